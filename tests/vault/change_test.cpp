#include "vault/change.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

Change first_change() {
    ChangeBody body{{set_op(course(1), "title", "SQL")}, id_of(5), {}};
    return seal_change({id_of(101), 1, 0x019a1b2c3d4e0003, {}, {}}, std::move(body));
}

// `json` with one member of the header replaced.
Json with_header(Change const& change, char const* name, Json value) {
    Json json = to_json(change);
    Json header = *json.find("h");
    header.set(name, std::move(value));
    json.set("h", std::move(header));
    return json;
}

ErrorCode code_of(Json const& json) {
    Result<Change> const change = change_from_json(json);
    EXPECT_FALSE(change.is_ok());
    return change ? ErrorCode::not_found : change.error().code;
}

TEST(Change, a_clock_never_goes_back) {
    HybridClock clock;
    EXPECT_EQ(clock.next(1'000), Stamp{1'000} << 16);
    EXPECT_EQ(clock.next(1'000), (Stamp{1'000} << 16) + 1);
    EXPECT_EQ(clock.next(10), (Stamp{1'000} << 16) + 2);
    EXPECT_EQ(clock.next(1'001), Stamp{1'001} << 16);
    EXPECT_EQ(clock.next(-5), (Stamp{1'001} << 16) + 1);
    EXPECT_EQ(clock.last(), (Stamp{1'001} << 16) + 1);
}

TEST(Change, a_clock_follows_others_by_a_day_at_most) {
    HybridClock clock;
    clock.absorb(Stamp{5'000} << 16, 1'000);
    EXPECT_EQ(clock.next(1'000), (Stamp{5'000} << 16) + 1);
    clock.absorb(~Stamp{0}, 1'000);
    EXPECT_EQ(clock.last(), Stamp{1'000 + 86'400'000} << 16);
    clock.absorb(3, 1'000);
    EXPECT_EQ(clock.last(), Stamp{1'000 + 86'400'000} << 16);
}

TEST(Change, a_stamp_is_suspect_beyond_a_day_ahead_and_before_2020) {
    std::int64_t const now = 1'795'132'800'000;
    auto const stamp = [](std::int64_t ms) { return static_cast<Stamp>(ms) << 16; };
    EXPECT_FALSE(is_clock_suspect(stamp(now), now));
    EXPECT_FALSE(is_clock_suspect(stamp(now + 86'400'000), now));
    EXPECT_TRUE(is_clock_suspect(stamp(now + 86'400'001), now));
    EXPECT_FALSE(is_clock_suspect(stamp(1'577'836'800'000), now));
    EXPECT_TRUE(is_clock_suspect(stamp(1'577'836'799'999), now));
    EXPECT_TRUE(is_clock_suspect(~Stamp{0}, now));
}

TEST(Change, digests_are_as_written_down) {
    Change const change = first_change();
    Json const json = to_json(change);
    Sha256 body;
    body.add(std::string_view("zt/body/v1"));
    body.add(std::span<std::uint8_t const>(change.body->salt));
    body.add(to_canonical(*json.find("b")));
    EXPECT_EQ(to_hex(change.header.body_digest), to_hex(body.finish()));
    EXPECT_EQ(to_hex(change.hash), to_hex(sha256("zt/chg/v1" + to_canonical(*json.find("h")))));
    EXPECT_EQ(to_hex(change.id()), to_hex(change.hash).substr(0, 32));
    EXPECT_EQ(to_canonical(*json.find("h")),
              "{\"d\":\"" + to_hex(change.header.body_digest) +
                  "\",\"p\":\"0\",\"s\":1,\"t\":\"019a1b2c3d4e0003\",\"v\":1,\"w\":\"" +
                  to_text(id_of(101)) + "\"}");
}

TEST(Change, random_changes_come_back_byte_for_byte) {
    for (Change const& change : random_history(5, 60)) {
        std::string const bytes = change_bytes(change);
        Result<Change> const read = change_from_bytes(bytes);
        ASSERT_TRUE(read.is_ok()) << bytes;
        EXPECT_EQ(read.value(), change);
        EXPECT_EQ(change_bytes(read.value()), bytes);
    }
}

TEST(Change, without_its_body_it_keeps_its_hash) {
    Change const change = without_body(first_change());
    Result<Change> const read = change_from_bytes(change_bytes(change));
    ASSERT_TRUE(read.is_ok());
    EXPECT_FALSE(read.value().body.has_value());
    EXPECT_EQ(read.value().id(), first_change().id());
}

TEST(Change, what_a_newer_version_put_into_the_body_stays) {
    ChangeBody body{{set_op(course(1), "a", 1)}, id_of(5), Json::object()};
    body.extra.set("later", Json(1));
    Change const change = seal_change({id_of(101), 1, 7, {}, {}}, body);
    Result<Change> const read = change_from_bytes(change_bytes(change));
    ASSERT_TRUE(read.is_ok());
    EXPECT_EQ(read.value(), change);
}

TEST(Change, any_other_byte_is_noticed) {
    std::string const bytes = change_bytes(first_change());
    RawId const id = first_change().id();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string flipped = bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        Result<Change> const read = change_from_bytes(flipped);
        EXPECT_TRUE(!read || read.value().id() != id) << i;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        EXPECT_FALSE(change_from_bytes(std::string_view(bytes).substr(0, i)).is_ok()) << i;
    }
}

TEST(Change, a_body_that_is_not_the_sealed_one_is_refused) {
    Json json = to_json(first_change());
    json.set("n", Json(to_text(id_of(6))));
    EXPECT_EQ(code_of(json), ErrorCode::e_body);
    EXPECT_EQ(code_of(with_header(first_change(), "d", to_hex(Digest{}))), ErrorCode::e_body);
}

TEST(Change, a_bad_header_is_refused) {
    Change const change = first_change();
    EXPECT_EQ(code_of(with_header(change, "v", 2)), ErrorCode::e_version);
    for (auto const& [name, value] : std::vector<std::pair<char const*, Json>>{
             {"v", "1"}, {"d", "00"}, {"p", to_hex(Digest{})}, {"p", 0}, {"s", 0}, {"s", 2},
             {"t", "019A1B2C3D4E0003"}, {"t", "1"}, {"w", ""}, {"z", 1}}) {
        EXPECT_EQ(code_of(with_header(change, name, value)), ErrorCode::e_field) << name;
    }
    EXPECT_EQ(code_of(with_header(change, "p", to_hex(change.hash))), ErrorCode::e_field);
    EXPECT_EQ(code_of(Json()), ErrorCode::e_field);
    EXPECT_EQ(code_of(Json::object()), ErrorCode::e_field);
    Json json = to_json(change);
    json.set("z", Json(1));
    EXPECT_EQ(code_of(json), ErrorCode::e_field);
}

TEST(Change, white_space_is_not_canonical) {
    std::string bytes = change_bytes(first_change());
    bytes.insert(bytes.begin(), ' ');
    Result<Change> const read = change_from_bytes(bytes);
    ASSERT_FALSE(read.is_ok());
    EXPECT_EQ(read.error().code, ErrorCode::e_canon);
}

TEST(Change, one_that_would_not_fit_into_a_segment_is_refused) {
    ChangeBody body{{set_op(course(1), "a", std::string(limits::change_bytes_max, 'x'))}, {}, {}};
    Change const change = seal_change({id_of(101), 1, 7, {}, {}}, body);
    EXPECT_EQ(code_of(to_json(change)), ErrorCode::e_size);
    EXPECT_EQ(change_from_bytes(change_bytes(change)).error().code, ErrorCode::e_size);
    std::size_t const excess = change_bytes(change).size() - limits::change_bytes_max;
    body.ops[0].value = Json(std::string(limits::change_bytes_max - excess, 'x'));
    Change const largest = seal_change({id_of(101), 1, 7, {}, {}}, body);
    EXPECT_EQ(change_bytes(largest).size(), limits::change_bytes_max);
    EXPECT_TRUE(change_from_json(to_json(largest)).is_ok());
}

TEST(Change, the_batch_of_a_body_is_a_member_of_x) {
    RawId const batch = id_of(9);
    ChangeBody body{{evt_op(course(1), 1)}, id_of(5), batch_extra(batch)};
    Change const change = seal_change({id_of(1), 1, 7, {}, {}}, body);
    EXPECT_NE(change_bytes(change).find(",\"x\":{\"batch\":\"" + to_text(batch) + "\"}}"),
              std::string::npos);
    Change const read = change_from_bytes(change_bytes(change)).value();
    EXPECT_EQ(read, change);
    EXPECT_EQ(batch_of(*read.body), batch);
    EXPECT_EQ(batch_of(ChangeBody{}), RawId{});
}

// A newer version's "x" is kept as it came, whatever it puts under the name that we know.
TEST(Change, a_batch_that_does_not_read_is_kept_and_names_none) {
    Json list = batch_extra(id_of(9));
    list.set("batch", Json(Json::Array{Json(1)}));
    Json more = batch_extra(id_of(9));
    more.set("later", Json(2));
    for (Json const& extra : {Json(7), list, more}) {
        Change const change = seal_change({id_of(1), 1, 7, {}, {}}, {{}, id_of(5), extra});
        Change const read = change_from_bytes(change_bytes(change)).value();
        EXPECT_EQ(read.body->extra, extra);
        EXPECT_EQ(batch_of(*read.body), extra == more ? id_of(9) : RawId{});
    }
}

TEST(Change, a_header_and_a_body_give_the_hashes_they_are_known_by) {
    for (Change const& change : random_history(5, 30)) {
        EXPECT_EQ(header_hash(change.header), change.hash);
        EXPECT_EQ(body_digest(*change.body), change.header.body_digest);
        EXPECT_EQ(change_from_json(to_json(change)).value().hash, change.hash);
    }
}

}  // namespace
}  // namespace zhitu::vault::tests
