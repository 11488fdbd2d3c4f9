package itu.cop.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps only the id of the staff in the session and looks the rest up at each request: who is
 * disabled is out at once, and no serialised object waits for the next version to choke on it.
 */
@Component
class StaffSession implements SecurityContextRepository {
    private static final String ID = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final StaffTable staff;

    StaffSession(StaffTable staff) {
        this.staff = staff;
    }

    static Authentication authentication(Staff member) {
        var roles = member.roles().stream().map(role -> "ROLE_" + role).toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                member, null, AuthorityUtils.createAuthorityList(roles));
    }

    /**
     * @deprecated as the interface says; {@code loadDeferredContext} of the interface calls it, at
     *     the first look.
     */
    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return id(holder.getRequest())
                .flatMap(staff::byId)
                .map(member -> new SecurityContextImpl(authentication(member)))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Staff member) {
            request.getSession().setAttribute(ID, member.id().toString());
        } else if (request.getSession(false) != null) {
            request.getSession().removeAttribute(ID);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return id(request).isPresent();
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ID))
                .map(id -> UUID.fromString(id.toString()));
    }
}
