// SPDX-License-Identifier: MIT
// What the keys of cv and letter and the fields of entries are for.
#include "reference/notes.h"

#include "bibliography/keys.h"
#include "profile/keys.h"

#include <string.h>

static const struct key_note profile_notes[] = {
    {"cv", "cv", "the person and the CV's sections"},
    {"letter", "letter", "a letter that goes with the CV"},
    {"design", "design", "how it looks"},
    {"locale", "locale", "the words that vita itself writes"},
    {"settings", "settings", "today's date, the PDF, words in bold"},
    {"placeholders", "placeholders", "values for names in braces: {company}"},
    {"variants", "variants", "other CVs of the same file"},
    {NULL, NULL, NULL},
};

static const struct key_note cv_notes[] = {
    {"name", "text", "the title of the page"},
    {"headline", "text", "a line below the name"},
    {"location", "text", "where you live, in the contact line"},
    {"email", "texts", "an address or a list of addresses"},
    {"photo", "text", "path of a PNG or JPEG file, relative to the profile"},
    {"photo_alt", "text", "what the photo shows, to be read aloud"},
    {"phone", "texts", "a number or a list of numbers: +1 609 999 9995"},
    {"website", "texts", "a web address or a list of them"},
    {"social_networks", "networks", "network and username of each"},
    {"custom_connections", "connections", "other items of the contact line"},
    {"sections", "sections", "titles, and the entries below each"},
    {NULL, NULL, NULL},
};

static const struct key_note network_notes[] = {
    {"network", "network_name", "the network's name"},
    {"username", "text", "your name there"},
    {NULL, NULL, NULL},
};

static const struct key_note connection_notes[] = {
    {"fontawesome_icon", "text", "name of an icon: calendar"},
    {"placeholder", "text", "what is shown"},
    {"url", "text", "where it leads; may be empty"},
    {NULL, NULL, NULL},
};

static const struct key_note section_notes[] = {
    {"title", "text", "the title, if the key is not to be it"},
    {"column", "section_column", "in which column of the page it stands"},
    {"page_break", "page_break", "where pages end"},
    {"lang", "language", "language of its texts: de, en-GB"},
    {"design", "design", "options that lie over those of the CV"},
    {"tags", "tags", "words by which variants choose"},
    {"entries", "entries", "the section's list"},
    {"bibliography", "texts", "BibTeX files whose entries are shown"},
    {"include", "texts", "types of entries: these, in this order"},
    {"exclude", "texts", "keys of entries that are left out"},
    {"keys", "texts", "keys of entries: these, in this order"},
    {"where", "conditions", "fields, and what is looked for in them"},
    {"sort", "sort", "order of the entries"},
    {"group_by", "group_by", "groups with titles"},
    {"group_titles", "names", "types of entries, and titles for them"},
    {NULL, NULL, NULL},
};

static const struct key_note bullet_notes[] = {
    {"text", "text", "what the bullet says"},
    {"date", "date", "a date or any text"},
    {"start_date", "start_date", "YYYY-MM-DD, YYYY-MM or YYYY"},
    {"end_date", "end_date", "the same, or present"},
    {"dates", "dates", "several times"},
    {"highlights", "highlights", "sub-bullets"},
    {"tags", "tags", "words by which variants choose"},
    {"priority", "priority", "1 is dropped first, 9 last"},
    {NULL, NULL, NULL},
};

static const struct key_note letter_notes[] = {
    {"recipient", "recipient", "who it goes to"},
    {"sender", "texts", "your address without the name"},
    {"place", "text", "before the date"},
    {"date", "date", "YYYY-MM-DD, or any text"},
    {"subject", "text", "what it is about"},
    {"opening", "text", "in place of \"Dear\" and the name"},
    {"paragraphs", "paragraphs", "texts; a list within the list has bullets"},
    {"closing", "text", "in place of \"Sincerely,\""},
    {"signature", "text", "path of a PNG or JPEG file"},
    {"signature_height", "positive_length", "of that picture"},
    {"name", "text", "below the signature, in place of the CV's"},
    {"position", "text", "a line below the name"},
    {"layout", "letter_layout", "where things stand on the page"},
    {"postscript", "text", "without the \"P.S.\""},
    {"enclosures", "texts", "what comes with the letter"},
    {NULL, NULL, NULL},
};

static const struct key_note recipient_notes[] = {
    {"name", "text", "of the person; the opening has it, too"},
    {"title", "text", "of the person: Dr., Professor"},
    {"organization", "text", "where the person works"},
    {"address", "texts", "lines"},
    {NULL, NULL, NULL},
};

static const struct key_note variant_notes[] = {
    {"include", "tags", "shown is what has no tags or one of these"},
    {"exclude", "tags", "what has one of these is left out"},
    {"sections", "text_list", "keys of sections: these, in this order"},
    {"cv", "cv", "laid over the profile's"},
    {"letter", "letter", "laid over the profile's"},
    {"design", "design", "laid over the profile's"},
    {"locale", "locale", "laid over the profile's"},
    {"settings", "settings", "laid over the profile's"},
    {"placeholders", "placeholders", "laid over the profile's"},
    {NULL, NULL, NULL},
};

const struct key_note field_notes[] = {
    {"label", "text", "what stands before the colon"},
    {"details", "text", "what stands behind it"},
    {"name", "text", "of a project, an award, a talk"},
    {"company", "text", "the employer"},
    {"position", "text", "what you are or were there"},
    {"positions", "positions", "several positions with one employer"},
    {"institution", "text", "the school or university"},
    {"area", "text", "field of study"},
    {"degree", "text", "PhD, BS"},
    {"title", "text", "of a paper or a book"},
    {"authors", "texts", "names, one an item"},
    {"doi", "text", "10.1000/182"},
    {"url", "text", "a web address, if there is no DOI"},
    {"journal", "text", "where it was published"},
    {"links", "links", "names and web addresses"},
    {"authors_note", "text", "a word behind the authors: equal contribution"},
    {"bullet", "text", "a text with a bullet"},
    {"number", "text", "a text with a number"},
    {"reversed_number", "text", "a text with a number that counts down"},
    {"language", "text", "a language that you speak"},
    {"fluency", "text", "how well"},
    {"skill", "text", "what you can do"},
    {"level", "text", "how well"},
    {"keywords", "texts", "what belongs to it"},
    {"grant", "text", "the grant's title"},
    {"funder", "text", "who gave it"},
    {"role", "text", "yours in the project"},
    {"amount", "text", "how much"},
    {"patent", "text", "the patent's title"},
    {"office", "text", "the patent office"},
    {"patent_number", "text", "its number"},
    {"status", "text", "granted, pending"},
    {"reference", "text", "a person who can be asked"},
    {"organization", "text", "where the person works"},
    {"email", "text", "the person's address"},
    {"phone", "text", "the person's number"},
    {"relation", "text", "how you know each other"},
    {"group", "text", "the group's title"},
    {"entries", "entries", "the group's list"},
    {"date", "date", "a date or any text; wins over start and end"},
    {"start_date", "start_date", "YYYY-MM-DD, YYYY-MM or YYYY"},
    {"end_date", "end_date", "the same, or present"},
    {"dates", "dates", "several times"},
    {"location", "text", "where it was"},
    {"summary", "text", "a paragraph below the first line"},
    {"highlights", "highlights", "bullets, which can have sub-bullets"},
    {"page_break", "page_break", "where pages end"},
    {"lang", "language", "language of its texts: de, en-GB"},
    {"priority", "priority", "1 is dropped first, 9 last"},
    {"key", "text", "a word by which texts cite it: [@key]"},
    {"logo", "text", "path of a PNG or JPEG file, shown at the left"},
    {"logo_alt", "text", "what the logo shows, if it is to be read aloud"},
    {"tags", "tags", "words by which variants choose"},
    {"design", "design", "options that lie over those of the section"},
    {NULL, NULL, NULL},
};

const char *const common_fields[] = {
    "date",       "start_date", "end_date",   "dates", "location", "summary",
    "highlights", "links",      "page_break", "lang",  "priority", "key",
    "tags",       "logo",       "logo_alt",   NULL};

const struct map_note map_notes[] = {
    {"cv", "the person and the CV's sections", cv_keys, NULL, cv_notes, false},
    {"network", "a social network", network_keys, NULL, network_notes, true},
    {"connection", "an item of the contact line", connection_keys, NULL,
     connection_notes, true},
    {"section", "a list of entries, or a map with that list", section_keys,
     bib_option_keys, section_notes, false},
    {"group_entry", "entries with a title of their own", group_keys, NULL,
     field_notes, true},
    {"bullet", "a text, or a map with dates or sub-bullets", bullet_keys, NULL,
     bullet_notes, true},
    {"time", "a date, or its start and end", time_keys, NULL, bullet_notes,
     true},
    {"letter", "a letter that goes with the CV", letter_keys, NULL,
     letter_notes, false},
    {"recipient", "lines, or a map", recipient_keys, NULL, recipient_notes,
     false},
    {"variant", "a CV of the same file", variant_keys, NULL, variant_notes,
     false},
    {"profile", "a profile of vita", profile_keys, NULL, profile_notes, false},
    {NULL, NULL, NULL, NULL, NULL, false},
};

const struct key_note *key_note_lookup(const struct key_note *notes,
                                       const char *key)
{
    for (; notes->key; notes++)
        if (strcmp(notes->key, key) == 0)
            return notes;
    return NULL;
}
