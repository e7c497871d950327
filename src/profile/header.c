// SPDX-License-Identifier: MIT
// The fields of cv: the name and what stands below it. Contacts keep the
// order of the keys, for the header shows them in that order.
#include "profile/parts.h"

#include "profile/contact.h"
#include "profile/excerpt.h"
#include "profile/keys.h"
#include "profile/misplaced.h"

typedef void reader(const struct checker *checker, const struct node *value,
                    struct cv *cv);

static void add(const struct checker *checker, struct cv *cv,
                struct connection connection)
{
    vec_push(checker->arena, &cv->connections, connection);
}

static void read_name(const struct checker *checker, const struct node *value,
                      struct cv *cv)
{
    check_text(checker, value, &cv->name);
}

static void read_headline(const struct checker *checker,
                          const struct node *value, struct cv *cv)
{
    check_text(checker, value, &cv->headline);
}

static void read_location(const struct checker *checker,
                          const struct node *value, struct cv *cv)
{
    if (check_text(checker, value, &cv->location))
        add(checker, cv,
            (struct connection){.kind = CONNECTION_LOCATION,
                                .text = cv->location});
}

static void read_photo(const struct checker *checker, const struct node *value,
                       struct cv *cv)
{
    (void)check_picture(checker, value, "photo", &cv->photo);
}

static void read_photo_alt(const struct checker *checker,
                           const struct node *value, struct cv *cv)
{
    check_text(checker, value, &cv->photo_alt);
}

static void read_email(const struct checker *checker, struct text text,
                       struct cv *cv)
{
    const char *problem = email_problem(text.str);

    if (problem) {
        diag_error(checker->diags, text.pos,
                   STR("an e-mail address looks like name@example.org"),
                   "'%.*s' is not an e-mail address: %s",
                   STR_ARG(excerpt(checker->arena, text.str)), problem);
        return;
    }
    add(checker, cv,
        (struct connection){
            .kind = CONNECTION_EMAIL,
            .text = text,
            .url = str_format(checker->arena, "mailto:%.*s",
                              STR_ARG(url_escape(checker->arena, text.str)))});
}

static void read_phone(const struct checker *checker, struct text text,
                       struct cv *cv)
{
    struct phone phone;

    if (!phone_parse(checker->arena, text.str, &phone)) {
        diag_error(checker->diags, text.pos,
                   STR("write it as +1 609 999 9995, an extension as "
                       "\"ext. 12\""),
                   "'%.*s' is not a telephone number",
                   STR_ARG(excerpt(checker->arena, text.str)));
        return;
    }
    if (!phone.international)
        diag_warning(checker->diags, text.pos,
                     STR("write it as +1 609 999 9995; without the country's "
                         "code it cannot be dialled from abroad"),
                     "the telephone number has no country code");
    if (str_starts(text.str, STR("tel:")))
        text.str = str_slice(text.str, 4, text.str.len);
    add(checker, cv,
        (struct connection){.kind = CONNECTION_PHONE,
                            .text = text,
                            .url = phone_url(checker->arena, &phone)});
}

static void read_website(const struct checker *checker, struct text text,
                         struct cv *cv)
{
    struct str url;

    if (!url_parse(checker->arena, text.str, false, &url)) {
        diag_error(checker->diags, text.pos,
                   STR("a web address looks like https://example.org"),
                   "'%.*s' is not a web address",
                   STR_ARG(excerpt(checker->arena, text.str)));
        return;
    }
    add(checker, cv,
        (struct connection){
            .kind = CONNECTION_WEBSITE, .text = text, .url = url});
}

// Reads one text or a list of texts.
static void read_each(const struct checker *checker, const struct node *value,
                      struct cv *cv,
                      void (*read)(const struct checker *, struct text,
                                   struct cv *))
{
    struct text text;

    if (value->kind != NODE_LIST) {
        if (check_text(checker, value, &text))
            read(checker, text, cv);
        return;
    }
    for (size_t i = 0; i < value->items.len; i++)
        if (check_text(checker, value->items.ptr[i], &text))
            read(checker, text, cv);
}

static void read_emails(const struct checker *checker, const struct node *value,
                        struct cv *cv)
{
    read_each(checker, value, cv, read_email);
}

static void read_phones(const struct checker *checker, const struct node *value,
                        struct cv *cv)
{
    read_each(checker, value, cv, read_phone);
}

static void read_websites(const struct checker *checker,
                          const struct node *value, struct cv *cv)
{
    read_each(checker, value, cv, read_website);
}

static void read_social(const struct checker *checker, const struct node *value,
                        struct cv *cv)
{
    struct connection connection;

    if (value->kind != NODE_LIST) {
        if (!social_report_shorthand(checker, value))
            check_expected(checker, value,
                           "a list of social networks (\"- network: ...\")");
        return;
    }
    for (size_t i = 0; i < value->items.len; i++)
        if (!value->items.ptr[i]->partial &&
            social_read(checker, value->items.ptr[i], &connection))
            add(checker, cv, connection);
}

const char *const connection_keys[] = {"fontawesome_icon", "placeholder", "url",
                                       NULL};

static void read_custom(const struct checker *checker, const struct node *item,
                        struct cv *cv)
{
    static const char owner[] = "custom connection";
    struct connection connection = {.kind = CONNECTION_CUSTOM};
    struct text icon;
    struct text url;
    bool has_icon;
    bool has_text;

    if (item->kind != NODE_MAP) {
        check_expected(checker, item, "fontawesome_icon, placeholder and url");
        return;
    }
    check_keys(checker, item, connection_keys, "a custom connection");
    has_icon = check_mandatory(checker, item, "fontawesome_icon", owner, &icon);
    has_text =
        check_mandatory(checker, item, "placeholder", owner, &connection.text);
    if (check_text(checker, node_lookup(item, "url"), &url) &&
        !url_parse(checker->arena, url.str, true, &connection.url)) {
        diag_error(checker->diags, url.pos,
                   STR("a web address looks like https://example.org"),
                   "'%.*s' is not a web address",
                   STR_ARG(excerpt(checker->arena, url.str)));
        connection.url = (struct str){"", 0};
    }
    connection.icon = icon;
    if (has_icon && has_text)
        add(checker, cv, connection);
}

static void read_customs(const struct checker *checker,
                         const struct node *value, struct cv *cv)
{
    if (value->kind != NODE_LIST) {
        check_expected(checker, value,
                       "a list of connections (\"- placeholder: ...\")");
        return;
    }
    for (size_t i = 0; i < value->items.len; i++)
        if (!value->items.ptr[i]->partial)
            read_custom(checker, value->items.ptr[i], cv);
}

const char *const cv_keys[] = {"name",
                               "headline",
                               "location",
                               "email",
                               "photo",
                               "photo_alt",
                               "phone",
                               "website",
                               "social_networks",
                               "custom_connections",
                               "sections",
                               NULL};
// In the order of cv_keys.
static reader *const cv_readers[] = {
    read_name,   read_headline,  read_location, read_emails,
    read_photo,  read_photo_alt, read_phones,   read_websites,
    read_social, read_customs,   sections_read};

void cv_read(const struct checker *checker, const struct node *node,
             struct cv *cv)
{
    if (node->kind != NODE_MAP) {
        check_expected(checker, node, "a map with name, sections, ...");
        return;
    }
    misplaced_check_keys(checker, node, cv_keys, "cv");
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];

        for (size_t k = 0; cv_keys[k]; k++)
            if (str_eq_cstr(pair->key, cv_keys[k]) &&
                !node_is_null(pair->value))
                cv_readers[k](checker, pair->value, cv);
    }
}
