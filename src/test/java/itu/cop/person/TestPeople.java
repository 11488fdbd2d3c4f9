package itu.cop.person;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import itu.cop.channel.PersonalData;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.storage.Sealer;
import itu.cop.storage.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Real people in a real database, without a Spring context, for the tests of any module. */
public final class TestPeople {
    final PeopleTable table;
    final PersonRecords records;
    final Erasure erasure;
    final People people;
    final TransactionOperations transaction;

    TestPeople(
            TestDatabase database,
            Sealer sealer,
            Clock clock,
            Content content,
            List<PersonalData> others) {
        var source = database.dataSource();
        var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(source);
        var folder = mock(ContentFolder.class);
        when(folder.current()).thenReturn(content);
        var consents = new ConsentTable(jdbc);
        var quizResults = new QuizResultTable(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        table = new PeopleTable(jdbc);
        records = new PersonRecords(table, consents, quizResults);
        var beans = new StaticListableBeanFactory();
        beans.addBean("person", records);
        for (int i = 0; i < others.size(); i++) {
            beans.addBean("other" + i, others.get(i));
        }
        erasure =
                new Erasure(beans.getBeanProvider(PersonalData.class), records, table, transaction);
        people =
                new People(
                        table,
                        new Addresses(sealer),
                        new Newcomers(new Pseudonyms(), table, folder),
                        new FactBook(table, consents, quizResults, folder, clock),
                        erasure,
                        clock);
    }

    /** People over this database; content with no language and no country. */
    public static People in(TestDatabase database, Clock clock, PersonalData... others) {
        var content = new Content("test", Map.of(), Map.of());
        return new TestPeople(database, TestDatabase.sealer(1), clock, content, List.of(others))
                .people;
    }
}
