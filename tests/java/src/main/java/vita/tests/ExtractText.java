// SPDX-License-Identifier: MIT
// Extracts the text of PDF files with PDFBox, in the order of the content
// stream, as a screen reader or a parser of CVs without an eye for positions
// would.
//
//   ExtractText FILE.pdf...
//
// writes FILE.pdfbox.txt beside each, in UTF-8. A file that cannot be read is
// told on standard error, and the others are still done. Exit code 0, 1 if a
// file failed, 2 for a wrong call.
package vita.tests;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

public final class ExtractText {
    private ExtractText() {
    }

    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("usage: ExtractText FILE.pdf...");
            System.exit(2);
        }
        boolean ok = true;
        for (String file : args) {
            try {
                extract(file);
            } catch (IOException | RuntimeException e) {
                System.err.println("FAILED " + file + " " + e);
                ok = false;
            }
        }
        System.exit(ok ? 0 : 1);
    }

    private static void extract(String file) throws IOException {
        Path text = Path.of(file.replaceFirst("\\.pdf$", "") + ".pdfbox.txt");
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setLineSeparator("\n");
        try (PDDocument document = Loader.loadPDF(new File(file));
             Writer writer = Files.newBufferedWriter(text)) {
            stripper.writeText(document, writer);
        }
    }
}
