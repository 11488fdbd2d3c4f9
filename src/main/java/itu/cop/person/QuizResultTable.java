package itu.cop.person;

import itu.cop.channel.PersonalData.Kept;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code quiz_result}. */
@Component
class QuizResultTable {
    private final JdbcClient jdbc;

    QuizResultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a result; nothing when the person was erased meanwhile. */
    void add(UUID person, Fact.QuizResult result) {
        jdbc.sql(
                        """
                        insert into quiz_result (person_id, quiz, right_answers, questions, at)
                        select id, :quiz, :right, :questions, :at from person where id = :person
                        """)
                .param("quiz", result.quiz())
                .param("right", result.right())
                .param("questions", result.questions())
                .param("at", PeopleTable.utc(result.at()))
                .param("person", person)
                .update();
    }

    Optional<Kept> kept(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) as count, min(at) as oldest from quiz_result
                        where person_id = ? having count(*) > 0
                        """)
                .param(person)
                .query((row, number) ->
                        new Kept(
                                "mydata.quizzes",
                                row.getInt("count"),
                                PeopleTable.instant(row, "oldest")))
                .optional();
    }
}
