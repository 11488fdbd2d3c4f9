package itu.cop.console;

import java.util.Set;

/**
 * A page of the console. A module that has one declares it as a bean: that puts it into the menu
 * and opens its path, and all below it, to these roles. Every other path stays shut.
 *
 * @param path below {@code /console/}, without a slash at its end
 * @param order where in the menu, smallest first
 */
public record ConsolePage(String title, String path, int order, Set<Role> roles) {
    /** Refuses a path outside the console, and a page that nobody may open. */
    public ConsolePage {
        if (!path.matches("/console/[a-z0-9-]+(/[a-z0-9-]+)*") || roles.isEmpty()) {
            throw new IllegalArgumentException("page " + path + " for " + roles);
        }
        roles = Set.copyOf(roles);
    }

    boolean isFor(Staff staff) {
        return roles.stream().anyMatch(staff.roles()::contains);
    }
}
