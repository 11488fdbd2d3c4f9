package itu.cop.console;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one way to write a user name or e-mail address: no look-alikes by case or width. */
final class StaffName {
    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{2,99}");

    private StaffName() {}

    static String of(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }
}
