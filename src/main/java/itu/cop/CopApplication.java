package itu.cop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the bot: web chat, console and workers in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CopApplication {
    /** Runs the server, until it is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(CopApplication.class, args);
    }
}
