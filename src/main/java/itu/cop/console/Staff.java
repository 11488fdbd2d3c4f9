package itu.cop.console;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody of the staff, signed in.
 *
 * @param alias what others see of them, young people too
 */
public record Staff(UUID id, String alias, Set<Role> roles) implements AuthenticatedPrincipal {
    /** The id: names stay inside the console. */
    @Override
    public String getName() {
        return id.toString();
    }
}
