// SPDX-License-Identifier: MIT
// Tables of applications in CSV: what becomes of them, where each cell stands,
// and every message.
#include "table_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct sample csv_tables[] = {
    // Lines and what separates cells.
    SAMPLE("company,role\nAcme,Engineer\n", "company|role\nAcme|Engineer\n"),
    SAMPLE("company,role\r\nAcme,Engineer\r\nB,C", //
           "company|role\nAcme|Engineer\nB|C\n"),
    SAMPLE("company,role\rAcme,Engineer\rB,C\r",
           "company|role\nAcme|Engineer\nB|C\n"),
    SAMPLE("company;role\nA, B and C;Engineer\n",
           "company|role\nA, B and C|Engineer\n"),
    SAMPLE("company\trole\nA, B\tC; D\n", "company|role\nA, B|C; D\n"),
    SAMPLE("company\nA; B\n", "company\nA; B\n"),
};

static const struct sample csv_cells[] = {
    SAMPLE("\xef\xbb\xbf"
           "company\nAcme\n",
           "company\nAcme\n"),
    SAMPLE("\xef\xbb\xbfsep=;\r\ncompany;role\r\nA,B;C\r\n",
           "company|role\nA,B|C\n"),
    SAMPLE("sep=|\ncompany|role\nA,B|C;D\n", "company|role\nA,B|C;D\n"),
    SAMPLE("sep=\t\rcompany\trole\rA,B\tC\r", "company|role\nA,B|C\n"),
    // Separators are not counted in quotation marks.
    SAMPLE("\"cv.a;;\"\"b;;\",x,y\n1,2,3\n", "cv.a;;\"b;;|x|y\n1|2|3\n"),
    SAMPLE("\n  \n\"cv.a;;\"\t\"x\ny\"\n1\t2\n", "cv.a;;|x_y\n1|2\n"),
    // Quotation marks.
    SAMPLE("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "a|b\nx, y|say \"hi\"\n"),
    SAMPLE("a,b\n\"one\r\ntwo\",\"one\ntwo\"\n", "a|b\none\\ntwo|one\\ntwo\n"),
    SAMPLE("a,b\r\"one\rtwo\",c\r", "a|b\none\\ntwo|c\n"),
    SAMPLE("a,b\n \"x\" , \" y \"\t\n", "a|b\nx|y\n"),
    SAMPLE("a,b\n5\" disk,the \"Big\" one\n",
           "a|b\n5\" disk|the \"Big\" one\n"),
    SAMPLE("a,b\n\"\"\"\",\"\"\n", "a|b\n\"|\n"),
    SAMPLE("a\n\"\"\"x\"\"\"", "a\n\"x\"\n"),
    // Blanks, empty cells and rows.
    SAMPLE("a,b\n  x y\t, z \n", "a|b\nx y|z\n"),
    SAMPLE("a,b,c\n1\n1,2\n,,3\n", "a|b|c\n1||\n1|2|\n||3\n"),
    SAMPLE("a,b\n1,2,,,\n", "a|b\n1|2\n"),
    SAMPLE(",,\n\na,b\n\n,\n \n\"\",\" \"\n1,2\n,,,\n\n", "a|b\n1|2\n"),
    SAMPLE("a,,b,,\n1,,2,,\n", "a|b\n1|2\n"),
    // Names.
    SAMPLE(" Company Name , ROLE ,\"a \n b\"\nx,y,z\n",
           "company_name|role|a_b\nx|y|z\n"),
    SAMPLE("cv.headline,cv.sections.education[0].area, design.Theme ,"
           "letter.a,locale.b,settings.c,placeholders.D\n1,2,3,4,5,6,7\n",
           "cv.headline|cv.sections.education[0].area|design.Theme|letter.a|"
           "locale.b|settings.c|placeholders.D\n1|2|3|4|5|6|7\n"),
    SAMPLE("cv.sections.\"My Section\"[0]\nx\n",
           "cv.sections.\"My Section\"[0]\nx\n"),
    SAMPLE("cv,roles,role\n1,2,3\n", "cv|roles|role\n1|2|3\n"),
    // Letters: e and an accent become one.
    SAMPLE("a\nCafe\xcc\x81\n", "a\nCaf\xc3\xa9\n"),
};

static const struct sample csv_places[] = {
    SAMPLE("company,role\nAcme,Engineer\nB\n",
           "1:1+7 1:9+4\n2:1: 2:1+4 2:6+8\n3:1: 3:1+1 3:1+1"),
    // Characters are counted, blanks and the byte order mark are not the
    // cell's.
    SAMPLE("\xef\xbb\xbf"
           "a, b\n\xc3\xa9\xc3\xa9,  \"\xe2\x82\xac\" ,\n",
           "1:1+1 1:4+1\n2:1: 2:1+2 2:6+3"),
    SAMPLE("sep=;\r\na;b\r\n;x\r\n", "2:1+1 2:3+1\n3:1: 3:1+1 3:2+1"),
    SAMPLE("a,b\n\"1\n2\",x\n\n3,4", //
           "1:1+1 1:3+1\n2:1: 2:1+2 3:4+1\n5:1: 5:1+1 5:3+1"),
    SAMPLE("a,b\r\r1,2\r3,4\r\n5,6",
           "1:1+1 1:3+1\n3:1: 3:1+1 3:3+1\n4:1: 4:1+1 4:3+1\n"
           "5:1: 5:1+1 5:3+1"),
};

static const struct sample csv_messages[] = {
    SAMPLE("", "t.csv: error: the table is empty\n"),
    SAMPLE("\xef\xbb\xbf", "t.csv: error: the table is empty\n"),
    SAMPLE("\r\n,,\n \n", "t.csv: error: the table is empty\n"),
    SAMPLE("a,b\n,\n",
           "t.csv: error: the table names columns, but has no rows\n"),
    SAMPLE("a,b", "t.csv: error: the table names columns, but has no rows\n"),
    // Bytes.
    SAMPLE("\xff\xfe"
           "a\0\n\0",
           "t.csv: error: the file is UTF-16, not UTF-8\n"
           "hint: save the table as \"CSV UTF-8\"\n"),
    SAMPLE("a\0\n\0", "t.csv: error: the file is UTF-16, not UTF-8\n"
                      "hint: save the table as \"CSV UTF-8\"\n"),
    SAMPLE("company\nBj\xf6rn\n",
           "t.csv:2:3: error: not valid UTF-8: byte 0xF6\n"
           "hint: save the table as \"CSV UTF-8\"; this may be Windows-1252\n"),
    SAMPLE("company\nA\0B\x0b\n",
           "t.csv:2:2: error: control character U+0000\n"
           "hint: delete it; it is invisible in most editors\n"
           "t.csv:2:4: error: control character U+000B\n"
           "hint: delete it; it is invisible in most editors\n"),
    // Quotation marks.
    SAMPLE("a,b\n1, \"2\n3,4\n",
           "t.csv:2:4: error: this quotation mark is never closed\n"),
    SAMPLE("a,b\n1,\"2\"\"\n",
           "t.csv:2:3: error: this quotation mark is never closed\n"),
    SAMPLE("a,b\n\xc3\xa9,\"2\n3,\"4\"\n",
           "t.csv:3:4: error: a text behind the closing quotation mark\n"
           "hint: the cell begins in line 2, column 3; quotation marks within "
           "it are doubled\n"),
    SAMPLE("a\n\"x\" \"y\"\n",
           "t.csv:2:5: error: a text behind the closing quotation mark\n"
           "hint: the cell begins in line 2, column 1; quotation marks within "
           "it are doubled\n"),
    // Cells without columns.
    SAMPLE("a,b\n1,2,, 3,4\n5,6,7\n",
           "t.csv:2:7: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with ',' in it stands in quotation marks\n"
           "t.csv:3:5: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with ',' in it stands in quotation marks\n"),
    SAMPLE("a\tb\n1\t2\t3\n",
           "t.csv:2:5: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with a tab in it stands in quotation marks\n"),
    SAMPLE("a,,b,\n1,,2,\n1,x,2,y\n1,z,2,\n",
           "t.csv:1:3: error: a column without a name\n"
           "hint: line 3 has a text in it\n"
           "t.csv:1:6: error: a column without a name\n"
           "hint: line 3 has a text in it\n"),
    // Names.
    SAMPLE("Company Name,a,company_name\n1,2,3\n",
           "t.csv:1:16: error: the column 'company_name' is here twice\n"),
    SAMPLE("cv.a,cv.a\n1,2\n",
           "t.csv:1:6: error: the column 'cv.a' is here twice\n"),
    SAMPLE("Company-Name,Pr\xc3\xa9nom,c.v,CV.headline,1st,?,cv.,\"cv."
           "a\nb\"\n1,2\n",
           "t.csv:1:1: error: 'Company-Name' is no name of a column\n"
           "hint: did you mean 'company_name'?\n"
           "t.csv:1:14: error: 'Pr\xc3\xa9nom' is no name of a column\n"
           "hint: did you mean 'prenom'?\n"
           "t.csv:1:21: error: 'c.v' is no name of a column\n"
           "hint: did you mean 'cv.v'?\n"
           "t.csv:1:25: error: 'CV.headline' is no name of a column\n"
           "hint: did you mean 'cv.headline'?\n"
           "t.csv:1:37: error: '1st' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:41: error: '?' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:43: error: 'cv.' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:47: error: 'cv.a b' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"),
    SAMPLE("compnay,tag,fits,role,roles\n1,2,3,4,5\n",
           "t.csv:1:1: warning: the column 'compnay' is only a placeholder\n"
           "hint: did you mean 'company'?\n"
           "t.csv:1:9: warning: the column 'tag' is only a placeholder\n"
           "hint: did you mean 'tags'?\n"
           "t.csv:1:13: warning: the column 'fits' is only a placeholder\n"
           "hint: did you mean 'fit'?\n"),
};

static void test_csv_tables(void **state)
{
    (void)state;
    check("t.csv", csv_tables, COUNT(csv_tables), dump);
}

static void test_csv_cells(void **state)
{
    (void)state;
    check("t.csv", csv_cells, COUNT(csv_cells), dump);
}

static void test_csv_places(void **state)
{
    (void)state;
    check("t.csv", csv_places, COUNT(csv_places), places);
}

static void test_csv_messages(void **state)
{
    (void)state;
    check("t.csv", csv_messages, COUNT(csv_messages), messages);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_tables),
        cmocka_unit_test(test_csv_cells),
        cmocka_unit_test(test_csv_places),
        cmocka_unit_test(test_csv_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
