package itu.cop.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by name and password, slower the more often it failed. */
@Component
class SignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** Of no password: checked for a name that nobody has, so that time does not tell. */
    private static final String NOBODY =
            "{bcrypt}$2a$12$z8mhHi4bLNp4.PEe9Z3JG.IFrQ/t7re2THmo3s2zoBh5fuQ8FKAUK";

    private final StaffTable staff;
    private final SignInAttempts attempts;
    private final PasswordEncoder encoder;
    private final Audit audit;

    SignIn(StaffTable staff, SignInAttempts attempts, PasswordEncoder encoder, Audit audit) {
        this.staff = staff;
        this.attempts = attempts;
        this.encoder = encoder;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var name = StaffName.of(given.getName());
        var address = address(given);
        if (!attempts.mayTry(name, address)) {
            LOG.info("Sign-in refused: too many tries");
            throw new LockedException("too many tries");
        }
        var found = staff.byName(name);
        var hash = found.map(StaffTable.Found::passwordHash).orElse(NOBODY);
        if (!encoder.matches(password(given), hash) || found.isEmpty()) {
            LOG.info("Sign-in refused: wrong name or password");
            throw new BadCredentialsException("wrong name or password");
        }
        attempts.succeeded(name, address);
        var member = found.get().staff();
        audit.note(member.id(), "sign-in", member.id().toString());
        return StaffSession.authentication(member);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String password(Authentication given) {
        return given.getCredentials() instanceof String password ? password : "";
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails web
                ? web.getRemoteAddress()
                : "::";
    }
}
