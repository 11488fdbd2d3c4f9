package itu.cop.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {
    SignInPage() {}

    @GetMapping("/console/sign-in")
    String form() {
        return "console/sign-in";
    }
}
