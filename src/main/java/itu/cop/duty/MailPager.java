package itu.cop.duty;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Sends notices by e-mail. */
final class MailPager implements Pager {
    private final MailSender sender;
    private final String from;
    private final String to;

    MailPager(MailSender sender, String from, String to) {
        this.sender = sender;
        this.from = from;
        this.to = to;
    }

    @Override
    public String name() {
        return "e-mail";
    }

    @Override
    public String setting() {
        return "COP_NOTIFY_EMAIL_TO and SPRING_MAIL_HOST";
    }

    @Override
    public Outcome page(Notice notice) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject("COP bot notice");
        message.setText(notice.words());
        try {
            sender.send(message);
            return new Outcome.Sent();
        } catch (MailException broken) {
            return new Outcome.Failed(broken.getClass().getSimpleName());
        }
    }
}
