package itu.cop.console;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/console/setup")
class SetupPage {
    private static final Logger LOG = LoggerFactory.getLogger(SetupPage.class);
    private static final int LONGEST_ALIAS = 40;

    private final SetupLink link;
    private final StaffTable staff;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final Audit audit;

    SetupPage(
            SetupLink link,
            StaffTable staff,
            PasswordRules rules,
            PasswordEncoder encoder,
            Audit audit) {
        this.link = link;
        this.staff = staff;
        this.rules = rules;
        this.encoder = encoder;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String token) {
        return link.opensWith(token)
                ? page(new Form(token, "", "", "", ""), List.of(), HttpStatus.OK)
                : closed();
    }

    @PostMapping
    ModelAndView create(@ModelAttribute Form form) {
        if (!link.opensWith(form.token())) {
            return closed();
        }
        var problems = problems(form);
        if (!problems.isEmpty()) {
            return page(form, problems, HttpStatus.BAD_REQUEST);
        }
        var alias = form.alias().isBlank() ? "Team" : form.alias().strip();
        var account =
                new StaffTable.Account(
                        StaffName.of(form.name()), alias, encoder.encode(form.password()));
        var first = staff.addFirst(account);
        if (first.isEmpty()) {
            return closed();
        }
        var id = first.get().id();
        audit.note(id, "setup", id.toString());
        LOG.info("First administrator {} created", id);
        return new ModelAndView("redirect:/console/sign-in?ready");
    }

    private List<String> problems(Form form) {
        var problems = new ArrayList<String>();
        var name = StaffName.of(form.name());
        if (!StaffName.isValid(name)) {
            problems.add(
                    "Please choose a user name of 3 to 100 letters and digits, or an e-mail"
                            + " address.");
        }
        if (form.alias().length() > LONGEST_ALIAS) {
            problems.add("Please choose a shorter name for others to see: 40 characters at most.");
        }
        rules.problem(form.password(), name).ifPresent(problems::add);
        if (!form.password().equals(form.repeated())) {
            problems.add("The two passwords are not the same. Please type both again.");
        }
        return problems;
    }

    private static ModelAndView page(Form form, List<String> problems, HttpStatus status) {
        var page = new ModelAndView("console/setup", status);
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    private static ModelAndView closed() {
        return new ModelAndView("console/setup-closed", HttpStatus.FORBIDDEN);
    }

    /** What was typed. */
    record Form(String token, String name, String alias, String password, String repeated) {
        Form {
            token = given(token);
            name = given(name);
            alias = given(alias);
            password = given(password);
            repeated = given(repeated);
        }

        /** A field that was not sent is an empty one. */
        private static String given(@org.jspecify.annotations.Nullable String field) {
            return field == null ? "" : field;
        }
    }
}
