package itu.cop;

import itu.cop.content.ContentAhead;
import itu.cop.storage.DatabaseAhead;
import itu.cop.understanding.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the bot: web chat, console and workers in one process; or runs one command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CopApplication {
    /** Runs the server until it is told to stop, or the command that the arguments name. */
    public static void main(String[] args) {
        var code = Commands.run(args);
        if (code.isPresent()) {
            System.exit(code.getAsInt());
        }
        var application = new SpringApplication(CopApplication.class);
        application.addInitializers(new DatabaseAhead(), new ContentAhead());
        application.run(args);
    }
}
