// SPDX-License-Identifier: MIT
// Validates PDF files with veraPDF, each against the flavours that it is to
// meet: ua1 (PDF/UA-1), 2a (PDF/A-2a) and whatever else veraPDF knows.
//
//   Validate [-v] FILE[:FLAVOUR,...]...
//
// Without flavours a file is to meet ua1 and 2a. Prints for each file either
//   ok FILE FLAVOUR...
// or for each rule that it breaks
//   FAILED FILE FLAVOUR CLAUSE TEST DESCRIPTION (COUNT)
// and with -v below it some of the places. Closes with "N passed, M failed".
// Exit code 0 if all pass, 1 if one fails, 2 for a wrong call.
package vita.tests;

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.processor.reports.enums.JobEndStatus;

public final class Validate {
    private static final List<PDFAFlavour> DEFAULT_FLAVOURS =
        List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);
    private static final int PLACES_SHOWN = 5;

    private final boolean verbose;
    private final PrintStream out =
        new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Validate(boolean verbose) {
        this.verbose = verbose;
    }

    /** A file and what it is to meet. */
    private static final class Job {
        final String file;
        final List<PDFAFlavour> flavours;

        private Job(String file, List<PDFAFlavour> flavours) {
            this.file = file;
            this.flavours = flavours;
        }

        /** Reads FILE[:FLAVOUR,...]; a colon may be part of the name. */
        static Job parse(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 0 || new File(text).exists()) {
                return new Job(text, DEFAULT_FLAVOURS);
            }
            List<PDFAFlavour> flavours = new ArrayList<>();
            for (String name : text.substring(colon + 1).split(",", -1)) {
                flavours.add(flavour(name));
            }
            return new Job(text.substring(0, colon), flavours);
        }

        private static PDFAFlavour flavour(String name) {
            if (!PDFAFlavour.getFlavourIds().contains(name)) {
                throw new IllegalArgumentException("no flavour " + name);
            }
            return PDFAFlavour.byFlavourId(name);
        }
    }

    public static void main(String[] args) {
        List<Job> jobs = new ArrayList<>();
        boolean verbose = args.length > 0 && args[0].equals("-v");
        try {
            Arrays.stream(args).skip(verbose ? 1 : 0).map(Job::parse)
                .forEach(jobs::add);
        } catch (IllegalArgumentException e) {
            System.err.println("Validate: " + e.getMessage());
            System.exit(2);
        }
        if (jobs.isEmpty()) {
            System.err.println("usage: Validate [-v] FILE[:FLAVOUR,...]...");
            System.exit(2);
        }
        // veraPDF tells as a warning of what is a finding of a rule as well.
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        System.exit(new Validate(verbose).all(jobs) ? 0 : 1);
    }

    private boolean all(List<Job> jobs) {
        int failed = 0;
        for (Job job : jobs) {
            if (!passes(job)) {
                failed++;
            }
        }
        out.printf("%d passed, %d failed%n", jobs.size() - failed, failed);
        return failed == 0;
    }

    private boolean passes(Job job) {
        boolean ok = true;
        StringBuilder met = new StringBuilder();
        for (PDFAFlavour flavour : job.flavours) {
            ok &= meets(job.file, flavour);
            met.append(' ').append(flavour.getId());
        }
        if (ok) {
            out.println("ok " + job.file + met);
        }
        return ok;
    }

    /** False, and why is printed, if the file does not meet the flavour. */
    private boolean meets(String file, PDFAFlavour flavour) {
        String where = "FAILED " + file + " " + flavour.getId();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(
                 new File(file), flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(
                     flavour, PLACES_SHOWN, false, true, false)) {
            return report(where, validator.validate(parser));
        } catch (Exception e) {
            // Hostile files raise unchecked exceptions, too; the other files
            // are still to be looked at.
            out.println(where + " cannot be validated: " + oneLine(reason(e)));
            return false;
        }
    }

    private boolean report(String where, ValidationResult result) {
        if (result.getJobEndStatus() != JobEndStatus.NORMAL ||
            result.getTotalAssertions() == 0) {
            out.println(where + " cannot be validated: " +
                result.getTotalAssertions() + " checks, ended " +
                result.getJobEndStatus());
            return false;
        }
        result.getFailedChecks().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(
                Comparator.comparing(Validate::sortKey)))
            .forEach(e -> reportRule(where, result, e.getKey(), e.getValue()));
        if (!result.isCompliant() && result.getFailedChecks().isEmpty()) {
            out.println(where + " does not comply, no rule is named");
        }
        return result.isCompliant() && result.getFailedChecks().isEmpty();
    }

    private void reportRule(String where, ValidationResult result, RuleId id,
                            int count) {
        Rule rule = result.getValidationProfile().getRuleByRuleId(id);
        out.printf("%s %s %d %s (%d)%n", where, id.getClause(),
            id.getTestNumber(), oneLine(rule.getDescription()), count);
        if (!verbose) {
            return;
        }
        result.getTestAssertions().stream()
            .filter(a -> a.getRuleId().equals(id))
            .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
            .limit(PLACES_SHOWN)
            .forEach(a -> out.printf("    at %s: %s%n",
                a.getLocation().getContext(),
                oneLine(Objects.toString(a.getErrorMessage(), ""))));
    }

    /** Orders 7.2 before 7.18 and test 2 before test 10. */
    private static String sortKey(RuleId id) {
        StringBuilder key = new StringBuilder();
        for (String part : id.getClause().split("\\.")) {
            key.append(String.format("%4s.", part));
        }
        return key + String.format(" %4d", id.getTestNumber());
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
