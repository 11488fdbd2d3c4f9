package itu.cop.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands before a closed door: the sign-in, and the page that says no. */
@Controller
class DoorPages {
    DoorPages() {}

    @GetMapping("/console/sign-in")
    String signIn() {
        return "console/sign-in";
    }

    /** Whatever was sent there. */
    @RequestMapping("/console/denied")
    String denied() {
        return "console/denied";
    }
}
