#include <gtest/gtest.h>

#include "app/company.h"
#include "exchange/exchange_file.h"

namespace zhitu::app {
namespace {

using test::Company;

std::string part_of(vault::Ops const& ops) {
    Json::Array list;
    for (vault::Op const& op : ops) list.push_back(vault::to_json(op));
    return to_canonical(Json(std::move(list)));
}

people::Person person_of(int number, std::string name) {
    people::Person person;
    person.login = "p" + std::to_string(number);
    person.name.zh = std::move(name);
    return person;
}

PersonId person_id(int number) {
    RawId raw{};
    raw[0] = static_cast<std::uint8_t>(number / 256);
    raw[1] = static_cast<std::uint8_t>(number % 256);
    raw[15] = 1;
    return PersonId{raw};
}

// `count` people, ten to a part, each with one statement about a skill.
std::vector<std::string> people_parts(int count, std::string const& name = "李四") {
    std::vector<std::string> parts;
    vault::Ops ops;
    for (int number = 0; number < count; ++number) {
        PersonId const id = person_id(number);
        vault::Ops const made = vault::edit_ops(people::key_of(id), id.raw, people::Person{},
                                                person_of(number, name));
        ops.insert(ops.end(), made.begin(), made.end());
        people::SkillAssessed event;
        event.skill = catalog::skill_id("go");
        event.level = number % 4;
        event.on = "2026-11-20";
        ops.push_back(people::skill_assessed_op(id, event));
        if (number % 10 != 9 && number + 1 != count) continue;
        parts.push_back(part_of(ops));
        ops.clear();
    }
    return parts;
}

// A company with a past, all of it saved.
struct SavedCompany : Company {
    SavedCompany() {
        add_skill("go");
        add_person("zhang.san");
        settle();
        EXPECT_EQ(store.save_state(), vault::SaveState::saved);
    }
};

std::map<std::string, vault::Bytes> files_of(Store const& store) {
    std::map<std::string, vault::Bytes> files;
    for (vault::StoredFile& file : store.journal_files()) files[file.name] = std::move(file.bytes);
    return files;
}

TEST(store_batch, all_changes_carry_the_id_of_their_batch) {
    SavedCompany company;
    std::size_t const before = company.store.ledger().changes().size();
    auto const done = company.store.apply_batch(people_parts(35));
    ASSERT_TRUE(done);
    ASSERT_EQ(done.value().changes.size(), 4u);
    EXPECT_NE(done.value().batch, RawId{});
    auto const& changes = company.store.ledger().changes();
    ASSERT_EQ(changes.size(), before + 4);
    for (std::size_t index = 0; index < changes.size(); ++index) {
        RawId const expected = index < before ? RawId{} : done.value().batch;
        EXPECT_EQ(vault::batch_of(*changes[index].body), expected) << index;
    }
    EXPECT_EQ(company.store.state().people.people.size(), 36u);
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
}

TEST(store_batch, an_abandoned_batch_never_was) {
    SavedCompany company;
    Digest const digest = company.store.state_digest();
    State const state = company.store.state();
    auto const files = files_of(company.store);
    ASSERT_TRUE(company.store.begin_batch(people_parts(35)));
    for (int step = 0; step < 3; ++step) ASSERT_TRUE(company.store.step_batch().value());
    EXPECT_NE(company.store.state_digest(), digest);
    company.store.pump();
    company.store.abandon_batch();
    company.settle();
    EXPECT_EQ(company.store.state_digest(), digest);
    EXPECT_EQ(company.store.state().people.people, state.people.people);
    EXPECT_EQ(company.store.state().people.evidence, state.people.evidence);
    EXPECT_EQ(files_of(company.store), files);
    EXPECT_EQ(company.store.save_state(), vault::SaveState::saved);
    EXPECT_EQ(test::digest_after_reopening(company.storage), digest);
    company.add_skill("sql");
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
}

TEST(store_batch, undo_drops_the_batch_whole) {
    SavedCompany company;
    Digest const digest = company.store.state_digest();
    std::size_t const changes = company.store.ledger().changes().size();
    auto const done = company.store.apply_batch(people_parts(200));
    ASSERT_TRUE(done);
    company.settle();
    auto const undone = company.store.undo(done.value());
    ASSERT_TRUE(undone);
    EXPECT_TRUE(undone.value().changes.empty());
    EXPECT_EQ(company.store.state_digest(), digest);
    EXPECT_EQ(company.store.ledger().changes().size(), changes);
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), digest);
    auto const again = company.store.undo(done.value());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::nothing_to_undo);
}

}  // namespace
}  // namespace zhitu::app
