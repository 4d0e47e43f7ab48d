#include "base/json.h"

#include <gtest/gtest.h>

#include <utility>

#include "base/env.h"
#include "base/limits.h"
#include "base/text.h"

namespace zhitu {
namespace {

using namespace std::string_view_literals;
constexpr std::int64_t integer_max = 9'007'199'254'740'991;

// The canonical form of what was read, or the name-less code as "error".
std::string reread(std::string_view bytes) {
    auto const value = read_json(bytes);
    return value.is_ok() ? to_canonical(value.value()) : "error";
}

struct Refusal {
    std::string_view bytes;
    std::string_view argument;  // the byte offset, or the key that is there twice
};

void expect_refused(ErrorCode code, std::vector<Refusal> const& refusals) {
    int refused_count = 0;
    for (auto const& [bytes, argument] : refusals) {
        auto const value = read_json(bytes);
        ASSERT_FALSE(value.is_ok()) << bytes;
        EXPECT_EQ(value.error(), (Error{code, {std::string(argument)}}))
            << bytes << " at " << value.error().arguments.front();
        EXPECT_FALSE(read_canonical(bytes).is_ok());
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

// --- Values --------------------------------------------------------------------------------------

TEST(json, a_value_knows_its_kind) {
    EXPECT_TRUE(Json().is_null());
    EXPECT_EQ(*Json(true).as_bool(), true);
    EXPECT_EQ(*Json(7).as_integer(), 7);
    EXPECT_EQ(*Json("知").as_string(), "知");
    EXPECT_EQ(*Json("x"sv).as_string(), "x");
    EXPECT_EQ(Json(Json::Array{1, "a"}).as_array()->size(), 2u);
    EXPECT_TRUE(Json::object().as_object()->empty());
    EXPECT_EQ(Json(1).as_bool(), nullptr);
    EXPECT_EQ(Json(true).as_integer(), nullptr);
    EXPECT_EQ(Json(1).find("a"), nullptr);
}

TEST(json, members_stay_in_order_and_are_replaced) {
    Json value = Json::object();
    value.set("b", 1).set("a", 2).set("c", 3).set("b", "new");
    EXPECT_EQ(to_canonical(value), R"({"a":2,"b":"new","c":3})");
    EXPECT_EQ(*value.find("b"), Json("new"));
    EXPECT_EQ(value.find("bb"), nullptr);
    EXPECT_EQ(value.find(""), nullptr);
}

TEST(json, arrays_grow_and_values_compare) {
    Json value(Json::Array{});
    value.push_back(1);
    value.push_back(Json::object().set("k", Json()));
    EXPECT_EQ(to_canonical(value), R"([1,{"k":null}])");
    Json const copy = value;
    EXPECT_EQ(copy, value);
    value.push_back(false);
    EXPECT_NE(copy, value);
}

// --- Writing -------------------------------------------------------------------------------------

TEST(json, escapes_are_minimal_and_lower_case) {
    EXPECT_EQ(to_canonical(Json("\"\\/\b\t\n\f\r")), R"("\"\\/\b\t\n\f\r")");
    EXPECT_EQ(to_canonical(Json("\x01\x0B\x1F\x7F")), "\"\\u0001\\u000b\\u001f\x7F\"");
    EXPECT_EQ(to_canonical(Json("é知😀\u2028")), "\"é知😀\u2028\"");
}

TEST(json, scalars_have_one_spelling) {
    EXPECT_EQ(to_canonical(Json()), "null");
    EXPECT_EQ(to_canonical(Json(true)), "true");
    EXPECT_EQ(to_canonical(Json(false)), "false");
    EXPECT_EQ(to_canonical(Json(0)), "0");
    EXPECT_EQ(to_canonical(Json(integer_max)), "9007199254740991");
    EXPECT_EQ(to_canonical(Json(-integer_max)), "-9007199254740991");
    EXPECT_EQ(to_canonical(Json("")), R"("")");
    EXPECT_EQ(to_canonical(Json(Json::Array{})), "[]");
    EXPECT_EQ(to_canonical(Json::object()), "{}");
}

TEST(json, appending_keeps_what_was_there) {
    std::string out = "before ";
    append_canonical(out, Json(1));
    EXPECT_EQ(out, "before 1");
}

#if GTEST_HAS_DEATH_TEST
TEST(json, what_could_not_be_read_back_is_never_written) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Json deep(1);
    for (std::size_t i = 0; i <= limits::json_depth_max; ++i) deep = Json(Json::Array{deep});
    std::vector<Json> const values = {
        Json(integer_max + 1), Json(-integer_max - 1), Json("\xFF"), Json("a\0b"sv), deep,
        Json::object().set("Key", 1), Json::object().set("", 1),
        Json::object().set(std::string(41, 'k'), 1),
        Json(std::string(limits::json_string_bytes_max + 1, 'x'))};
    for (Json const& value : values) EXPECT_DEATH(to_canonical(value), "assertion failed");
}

TEST(json, setting_a_member_of_no_object_stops_the_program) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Json number(1);
    EXPECT_DEATH(number.set("a", 1), "members");
    EXPECT_DEATH(number.push_back(1), "items");
}
#endif

// --- Reading -------------------------------------------------------------------------------------

TEST(json, white_space_order_and_escapes_may_vary) {
    EXPECT_EQ(reread(" \t\r\n{ \"b\" : [ 1 , 2 ] ,\n\"a\":{}, \"c\" : [ ] } \n"),
              R"({"a":{},"b":[1,2],"c":[]})");
    EXPECT_EQ(reread(R"("\u77e5\u9014 \uD83D\uDE00 \/ \u0041 \u001f \u000A")"),
              R"("知途 😀 / A \u001f \n")");
    EXPECT_EQ(reread(R"({"te\u0061m":1})"), R"({"team":1})");
}

TEST(json, every_escape_is_read) {
    auto const value = read_json(R"("\"\\\/\b\t\n\f\r")");
    ASSERT_TRUE(value.is_ok());
    EXPECT_EQ(*value.value().as_string(), "\"\\/\b\t\n\f\r");
}

TEST(json, names_with_a_past_in_other_languages_are_names_or_refused) {
    EXPECT_EQ(reread(R"({"__proto__":1,"constructor":2,"prototype":3})"),
              R"({"__proto__":1,"constructor":2,"prototype":3})");
    EXPECT_EQ(reread(R"({"toString":1})"), "error");  // no capitals in keys
    EXPECT_EQ(reread(R"(["__proto__","toString"])"), R"(["__proto__","toString"])");
}

TEST(json, an_escape_at_every_place_of_a_long_string_is_found) {
    for (std::size_t place = 0; place < 40; ++place) {
        for (char const c : "\"\\\n\x01\x1F"sv) {
            std::string text(40, 'x');
            text[place] = c;
            auto const value = read_json(to_canonical(Json(text)));
            ASSERT_TRUE(value.is_ok());
            ASSERT_EQ(*value.value().as_string(), text);
        }
    }
}

TEST(json, the_largest_integers_are_read) {
    EXPECT_EQ(reread("9007199254740991"), "9007199254740991");
    EXPECT_EQ(reread("-9007199254740991"), "-9007199254740991");
    EXPECT_EQ(reread("0"), "0");
}

TEST(json, broken_text_is_refused_at_its_byte) {
    expect_refused(ErrorCode::e_utf8, {{"\"\xC0\x80\"", "1"}, {"\"a\xED\xA0\x80\"", "2"},
                                       {"\"\xF4\x90\x80\x80\"", "1"}, {"\"\xE7\x9F\"", "1"},
                                       {"\xFF\xFE\x31\x00"sv, "0"}, {"[1,\"\x80\"]", "4"},
                                       {"\"a\xE7\x9F", "2"}});
}

TEST(json, lone_surrogates_are_refused) {
    expect_refused(ErrorCode::e_utf8,
                   {{R"("\ud800")", "1"}, {R"("\udc00")", "1"}, {R"("a\ud800x")", "2"},
                    {R"("\ud800\ud800")", "1"}, {R"("\udc00\ud800")", "1"},
                    {R"("\ud800\u0041")", "1"}, {R"("\ud800\n")", "1"}, {R"("\ud800\udc0")", "1"},
                    {R"({"\udfff":1})", "2"}});
}

TEST(json, what_is_no_json_is_refused) {
    expect_refused(
        ErrorCode::e_json,
        {{"", "0"}, {" ", "1"}, {"\0"sv, "0"}, {"1 2", "2"}, {"{}{}", "2"}, {"[1]x", "3"},
         {"1\0"sv, "1"}, {"[1,]", "3"}, {"[,1]", "1"}, {"[1 2]", "3"}, {"[1", "2"}, {"[", "1"},
         {"]", "0"}, {"}", "0"}, {"[1}", "2"}, {"{\"a\":1]", "6"}, {"{\"a\":1,}", "7"},
         {"{,}", "1"}, {"{\"a\"}", "4"}, {"{\"a\" 1}", "5"}, {"{\"a\":}", "5"}, {"{\"a\":1", "6"},
         {"{\"a\"", "4"}, {"{a:1}", "1"}, {"{1:1}", "1"}, {"{'a':1}", "1"}, {"'a'", "0"},
         {"// x\n1", "0"}, {"/* x */1", "0"}, {"[1,/**/2]", "3"}, {"True", "0"}, {"tru", "0"},
         {"nul", "0"}, {"nulll", "4"}, {"falsey", "5"}, {"NaN", "0"}, {"Infinity", "0"},
         {"undefined", "0"}, {"+1", "0"}, {".5", "0"}, {"1,2", "1"}, {"[1]]", "3"}, {":", "0"},
         {"\v1", "0"}, {"\u00A01", "0"}});
}

TEST(json, a_byte_order_mark_is_refused) {
    expect_refused(ErrorCode::e_json, {{"\xEF\xBB\xBF", "0"}, {"\xEF\xBB\xBF{}", "0"}});
}

TEST(json, broken_strings_are_refused) {
    expect_refused(
        ErrorCode::e_json,
        {{"\"", "1"}, {"\"abc", "4"}, {"\"a\\", "2"}, {"\"a\\\"", "4"}, {R"("\x41")", "1"},
         {R"("\a")", "1"}, {R"("\'")", "1"}, {R"("\U0041")", "1"}, {R"("\u")", "1"},
         {R"("\u12")", "1"}, {R"("\u12g4")", "1"}, {R"("\u 123")", "1"}, {"\"\\u1", "1"},
         {R"("\u0000")", "1"}, {R"("abc\u0000")", "4"}, {"\"a\0b\""sv, "2"}, {"\"a\nb\"", "2"},
         {"\"a\tb\"", "2"}, {"\"\x1F\"", "1"}, {"\"12345678\x01\"", "9"}});
}

TEST(json, numbers_that_are_no_plain_integers_are_refused) {
    expect_refused(
        ErrorCode::e_num,
        {{"-", "0"}, {"-0", "0"}, {"00", "0"}, {"01", "0"}, {"-01", "0"}, {"1.0", "0"},
         {"0.5", "0"}, {"1.", "0"}, {"1e3", "0"}, {"1E3", "0"}, {"1e400", "0"}, {"0x1", "0"},
         {"-Infinity", "0"}, {"-NaN", "0"}, {"--1", "0"}, {"1-", "0"}, {"[1,-0]", "3"},
         {"9007199254740992", "0"}, {"9007199254740993", "0"}, {"-9007199254740992", "0"},
         {"123456789012345678", "0"}, {"99999999999999999999999999", "0"}, {"1a", "0"}});
}

TEST(json, duplicate_keys_are_refused) {
    expect_refused(ErrorCode::e_dupkey,
                   {{R"({"team":1,"team":1})", "team"}, {R"({"a":1,"b":2,"a":3})", "a"},
                    {R"({"k":{"su":1,"b":0,"su":2}})", "su"}, {R"([{"x":1,"x":1}])", "x"},
                    {R"({"te\u0061m":1,"team":2})", "team"}, {R"({"b":1,"a":2,"b":3})", "b"}});
}

TEST(json, the_same_key_in_two_objects_is_no_duplicate) {
    EXPECT_EQ(reread(R"({"a":{"a":1},"b":{"a":2}})"), R"({"a":{"a":1},"b":{"a":2}})");
}

TEST(json, keys_outside_the_alphabet_are_refused) {
    std::string const longest = R"({")" + std::string(40, 'k') + R"(":1})";
    EXPECT_EQ(reread(longest), longest);
    std::string const longer = R"({")" + std::string(41, 'k') + R"(":1})";
    expect_refused(ErrorCode::e_json, {{R"({"":1})", "1"}, {R"({"A":1})", "1"}, {longer, "1"},
                                       {R"({"a b":1})", "1"}, {R"({"a-b":1})", "1"},
                                       {R"({"知":1})", "1"}, {R"({"a":{"a.b":1}})", "6"},
                                       {R"({"\u0041":1})", "1"}});
}

// --- Limits --------------------------------------------------------------------------------------

TEST(json, depth_ends_at_its_limit_and_never_in_the_stack) {
    std::size_t const most = limits::json_depth_max;
    std::string const deepest = repeated("[", most) + repeated("]", most);
    EXPECT_EQ(reread(deepest), deepest);
    std::string const brackets = repeated("[", 100'000);
    std::string const braces = repeated("{\"a\":", 100'000);
    std::string const one_more = "[" + deepest + "]";
    std::string const brace_place = std::to_string(most * 5);
    expect_refused(ErrorCode::e_depth, {{brackets, std::to_string(most)},
                                        {one_more, std::to_string(most)},
                                        {braces, brace_place}});
}

TEST(json, a_string_ends_at_its_limit) {
    std::size_t const most = limits::json_string_bytes_max;
    std::string const longest = "\"" + std::string(most, 'x') + "\"";
    EXPECT_TRUE(read_canonical(longest).is_ok());
    EXPECT_TRUE(read_json("\"" + repeated("\\u0041", most) + "\"").is_ok());
    std::string const plain = "\"" + std::string(most + 1, 'x') + "\"";
    std::string const mixed = "\"" + std::string(most, 'x') + "\\n" + plain.substr(1);
    std::string const escaped = "\"" + repeated("\\n", most + 1) + "\"";
    int refused_count = 0;
    for (std::string const& bytes : {plain, escaped, mixed, "{" + plain + ":1}"}) {
        auto const value = read_json(bytes);
        ASSERT_FALSE(value.is_ok());
        EXPECT_EQ(value.error().code, ErrorCode::e_size);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

std::string object_of_keys(std::size_t count) {
    std::string bytes = "{";
    for (std::size_t i = 0; i < count; ++i)
        bytes += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
    return bytes + "}";
}

TEST(json, keys_and_items_end_at_their_limits) {
    EXPECT_TRUE(read_json(object_of_keys(limits::json_keys_max)).is_ok());
    std::string const full = "[0" + repeated(",0", limits::json_array_max - 1);
    EXPECT_TRUE(read_canonical(full + "]").is_ok());
    int refused_count = 0;
    for (std::string const& bytes : {object_of_keys(limits::json_keys_max + 1), full + ",0]"}) {
        auto const value = read_json(bytes);
        ASSERT_FALSE(value.is_ok());
        EXPECT_EQ(value.error().code, ErrorCode::e_size);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

TEST(json, ten_million_values_end_at_the_limit_of_nodes) {
    std::string const row = "[0" + repeated(",0", 999'999) + "],";
    auto const value = read_json("[" + repeated(row, 10) + "0]");
    ASSERT_FALSE(value.is_ok());
    EXPECT_EQ(value.error().code, ErrorCode::e_size);
}

// --- Canonical form ------------------------------------------------------------------------------

TEST(json, what_is_not_canonical_is_refused_where_it_must_be) {
    EXPECT_TRUE(read_canonical(R"({"a":[1,"\n"],"b":null})").is_ok());
    int refused_count = 0;
    for (std::string_view const bytes :
         {" 1"sv, "1\n"sv, "[1, 2]"sv, R"({"b":1,"a":2})"sv, R"({"a": 1})"sv, R"("\u0041")"sv,
          R"("\/")"sv, R"("\u000a")"sv, R"("\u001F")"sv, R"("\u77e5")"sv, R"({"te\u0061m":1})"sv}) {
        ASSERT_TRUE(read_json(bytes).is_ok()) << bytes;
        auto const value = read_canonical(bytes);
        ASSERT_FALSE(value.is_ok()) << bytes;
        EXPECT_EQ(value.error().code, ErrorCode::e_canon);
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

std::string random_text(SimulatedEnv& env) {
    constexpr std::u32string_view favourites =
        U"ab\"\\/\b\t\n\f\r\x01\x1F\x7Fé知途\u2028\uFFFF😀";
    std::string text;
    for (std::uint64_t i = env.below(30); i > 0; --i) {
        bool const is_favourite = env.below(3) != 0;
        append_code_point(text, is_favourite ? favourites[env.below(favourites.size())]
                                             : static_cast<char32_t>(1 + env.below(0x10FFFF)));
    }
    return text;
}

std::string random_key(SimulatedEnv& env) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
    std::string key;
    for (std::uint64_t i = 1 + env.below(env.below(8) == 0 ? 40 : 3); i > 0; --i)
        key += letters[env.below(letters.size())];
    return key;
}

std::int64_t random_integer(SimulatedEnv& env) {
    auto const size = static_cast<std::int64_t>(env.next_u64() >> (11 + env.below(53)));
    return env.below(2) == 0 ? size : -size;
}

Json random_value(SimulatedEnv& env, int depth_left) {
    std::uint64_t const kind = env.below(depth_left > 0 ? 8 : 5);
    if (kind == 0) return Json();
    if (kind == 1) return Json(env.below(2) == 0);
    if (kind == 2) return Json(random_integer(env));
    if (kind <= 4) return Json(random_text(env));
    Json array(Json::Array{});
    Json object = Json::object();
    for (std::uint64_t i = env.below(6); i > 0; --i) {
        array.push_back(random_value(env, depth_left - 1));
        object.set(random_key(env), random_value(env, depth_left - 1));
    }
    return kind == 5 ? array : object;
}

// The same value in another spelling: members the other way round, blanks, escaped text.
void append_loosely(std::string& out, Json const& value, SimulatedEnv& env) {
    out.append(env.below(3), ' ');
    if (auto const* const members = value.as_object()) {
        out += "{";
        for (auto member = members->rbegin(); member != members->rend(); ++member) {
            out += (member == members->rbegin() ? "\n\"" : "\t,\"") + member->key + "\" :";
            append_loosely(out, member->value, env);
        }
        out += " }";
    } else if (auto const* const items = value.as_array()) {
        out += "[";
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i > 0) out += " ,";
            append_loosely(out, (*items)[i], env);
        }
        out += "\r\n]";
    } else {
        append_canonical(out, value);
    }
    out.append(env.below(2), '\t');
}

TEST(json, two_thousand_random_values_survive_their_canonical_form) {
    SimulatedEnv env(20'261'120);
    std::size_t bytes_count = 0;
    for (int i = 0; i < 2'000; ++i) {
        Json const value = random_value(env, 4);
        std::string const bytes = to_canonical(value);
        auto const again = read_canonical(bytes);
        ASSERT_TRUE(again.is_ok()) << bytes;
        ASSERT_EQ(again.value(), value) << bytes;
        ASSERT_EQ(to_canonical(again.value()), bytes);
        std::string loose;
        append_loosely(loose, value, env);
        ASSERT_EQ(reread(loose), bytes) << loose;
        bytes_count += bytes.size();
    }
    EXPECT_GT(bytes_count, 100'000u);
}

TEST(json, cut_or_mutated_bytes_never_give_another_reading_of_canonical_text) {
    SimulatedEnv env(99);
    int refused_count = 0;
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes = to_canonical(random_value(env, 3));
        std::size_t const place = env.below(bytes.size());
        if (env.below(2) == 0)
            bytes.resize(place);
        else
            bytes[place] = static_cast<char>(env.below(256));
        auto const value = read_canonical(bytes);
        if (value.is_ok()) {
            ASSERT_EQ(to_canonical(value.value()), bytes);
        }
        refused_count += value.is_ok() ? 0 : 1;
    }
    EXPECT_GT(refused_count, 0);
}

}  // namespace
}  // namespace zhitu
