package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.Intake;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Telegram posts. It hears "yes" once the update is committed, and tries again until then.
 */
@RestController
@Conditional(TelegramIsOn.class)
class WebhookDoor {
    private static final String SECONDS = "5";

    private final Intake intake;

    WebhookDoor(Intake intake) {
        this.intake = intake;
    }

    // The body stays as it is: Telegram's types are for another reader than the one of this server.
    @PostMapping(TelegramSettings.WEBHOOK)
    ResponseEntity<Void> post(@RequestBody byte[] body) {
        try {
            intake.take(body);
            return ResponseEntity.ok().build();
        } catch (DataAccessException | TransactionException away) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SECONDS)
                    .build();
        }
    }
}
