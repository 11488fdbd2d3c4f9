package itu.cop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "itu.cop", importOptions = ImportOption.OnlyIncludeTests.class)
class TestNamesTests {
    @ArchTest
    static final ArchRule testsAreSentencesInThePresentTense =
            methods()
                    .that()
                    .areAnnotatedWith(Test.class)
                    .should()
                    .haveNameMatching("(?!should|test)[a-z][A-Za-z0-9]*");

    @ArchTest
    static final ArchRule testsAreNamedAfterWhatTheyTest =
            classes()
                    .that()
                    .doNotHaveModifier(JavaModifier.ABSTRACT) // what several tests share
                    .and()
                    .containAnyMethodsThat(
                            com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates
                                    .annotatedWith(Test.class))
                    .should()
                    .haveSimpleNameEndingWith("Tests");
}
