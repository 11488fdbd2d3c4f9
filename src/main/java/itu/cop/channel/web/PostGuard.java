package itu.cop.channel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only posts from our own pages, and only small ones. There is no server session to keep a
 * token in: the cookie is SameSite and the browser says where a post comes from.
 */
class PostGuard extends OncePerRequestFilter {
    static final int LARGEST = 64 * 1024;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final WebVisitors visitors;
    private final URI publicUrl;

    PostGuard(WebVisitors visitors, URI publicUrl) {
        this.visitors = visitors;
        this.publicUrl = publicUrl;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOwn(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (request.getContentLengthLong() > LARGEST) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null) {
            return OWN.contains(site);
        }
        if (origin == null) {
            return true; // every browser names the origin of a post from elsewhere
        }
        // an older browser hides the origin, as our referrer policy asks; a SameSite cookie proves
        // it
        return origin.equals("null") ? visitors.find(request).isPresent() : isOurs(origin, request);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null
                    && (authority.equals(request.getHeader(HttpHeaders.HOST))
                            || Objects.equals(authority, publicUrl.getAuthority()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
