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
    company.finish_drop();
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
    company.finish_drop();
    EXPECT_EQ(company.store.state_digest(), digest);
    EXPECT_EQ(company.store.ledger().changes().size(), changes);
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), digest);
    auto const again = company.store.undo(done.value());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::nothing_to_undo);
}

// The journal is without it at once: whoever closes the page meanwhile finds it undone.
TEST(store_batch, an_undone_batch_goes_off_the_journal_at_once_and_off_the_state_in_slices) {
    SavedCompany company;
    Digest const digest = company.store.state_digest();
    auto const done = company.store.apply_batch(people_parts(200));
    company.settle();
    EXPECT_FALSE(company.store.step_drop());
    ASSERT_TRUE(company.store.undo(done.value()));
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), digest);
    std::size_t people = company.store.state().people.people.size();
    EXPECT_EQ(people, 201u);
    for (std::size_t step = 1; step < done.value().changes.size(); ++step) {
        ASSERT_TRUE(company.store.is_drop_under_way());
        EXPECT_EQ(company.store.undo(done.value()).error().code, ErrorCode::e_busy);
        EXPECT_EQ(company.store.begin_batch({}).error().code, ErrorCode::e_busy);
        ASSERT_TRUE(company.store.step_drop());
        EXPECT_GT(company.store.drop_progress(), 0.0);
        EXPECT_LT(company.store.state().people.people.size(), people);
        people = company.store.state().people.people.size();
    }
    EXPECT_FALSE(company.store.step_drop());
    EXPECT_EQ(company.store.drop_progress(), 0.0);
    EXPECT_EQ(company.store.state_digest(), digest);
    company.add_skill("sql");
}

// What is on disk is the journal before the batch or with all of it, whichever flush fails, and
// whenever somebody looks. Saved once more after the failure, it is what the screen shows.
TEST(store_batch, whichever_flush_fails_the_batch_is_whole_or_not_there) {
    std::uint64_t faults = 0;
    for (std::uint64_t nth = 1; nth <= 6; ++nth) {
        SimulatedEnv env(7);
        vault::MemoryStorage memory;
        vault::FailingStorage failing(memory, nth, Error{ErrorCode::e_quota, {}});
        Store store(env, failing);
        ASSERT_TRUE(store.open());
        std::set<Digest> allowed{test::digest_after_reopening(memory)};
        auto const look = [&] {
            EXPECT_TRUE(allowed.contains(test::digest_after_reopening(memory))) << nth;
        };
        auto const settle = [&] {
            for (int turn = 0; turn < 4; ++turn) {
                store.pump();
                look();
            }
            store.retry_save();
            look();
            store.pump();
            EXPECT_EQ(store.save_state(), vault::SaveState::saved);
            EXPECT_EQ(test::digest_after_reopening(memory), store.state_digest());
            allowed = {store.state_digest()};
        };
        catalog::Skill skill;
        skill.name.en = "go";
        ASSERT_TRUE(store.dispatch(SaveSkill{skill}));
        allowed.insert(store.state_digest());
        settle();
        Digest const without_batch = store.state_digest();
        ASSERT_TRUE(store.begin_batch(people_parts(60)));
        while (store.step_batch().value()) {
            store.pump();
            look();
        }
        Dispatched const batch = store.finish_batch();
        allowed.insert(store.state_digest());
        settle();
        Digest const with_batch = store.state_digest();
        ASSERT_TRUE(store.undo(batch));
        allowed.insert(without_batch);  // at once, while the state follows
        while (store.step_drop()) look();
        EXPECT_NE(store.state_digest(), with_batch);
        EXPECT_EQ(store.state_digest(), without_batch);
        settle();
        skill.name.en = "sql";
        ASSERT_TRUE(store.dispatch(SaveSkill{skill}));
        allowed.insert(store.state_digest());
        settle();
        faults += failing.faults_count();
    }
    EXPECT_GE(faults, 4u);
}

TEST(store_batch, a_batch_that_could_not_be_saved_can_be_undone) {
    SimulatedEnv env(7);
    vault::MemoryStorage memory;
    vault::FailingStorage failing(memory, 2, Error{ErrorCode::e_quota, {}});
    Store store(env, failing);
    ASSERT_TRUE(store.open());
    store.pump();  // the writer file
    store.pump();
    Digest const before = store.state_digest();
    auto const done = store.apply_batch(people_parts(60));
    ASSERT_TRUE(done);
    store.pump();
    ASSERT_EQ(store.save_state(), vault::SaveState::failed);
    EXPECT_EQ(store.save_error()->code, ErrorCode::e_quota);
    EXPECT_EQ(store.state().people.people.size(), 60u);
    EXPECT_EQ(test::digest_after_reopening(memory), before);
    ASSERT_TRUE(store.undo(done.value()));
    while (store.step_drop()) {
    }
    store.pump();
    EXPECT_EQ(store.save_state(), vault::SaveState::saved);
    EXPECT_EQ(store.state_digest(), before);
    EXPECT_EQ(test::digest_after_reopening(memory), before);
    EXPECT_EQ(failing.faults_count(), 1u);
}

TEST(store_batch, nothing_else_is_taken_while_a_batch_is_under_way) {
    SavedCompany company;
    catalog::Skill skill;
    skill.name.en = "sql";
    auto const earlier = company.store.dispatch(SaveSkill{skill});
    ASSERT_TRUE(company.store.begin_batch(people_parts(35)));
    ASSERT_TRUE(company.store.step_batch().value());
    auto const busy = [](auto const& result) {
        return !result.is_ok() && result.error().code == ErrorCode::e_busy;
    };
    EXPECT_TRUE(busy(company.store.dispatch(SaveSkill{skill})));
    EXPECT_TRUE(busy(company.store.record({})));
    EXPECT_TRUE(busy(company.store.undo(earlier.value())));
    EXPECT_TRUE(busy(company.store.merge({})));
    EXPECT_TRUE(busy(company.store.clear()));
    EXPECT_TRUE(busy(company.store.begin_batch({})));
    EXPECT_TRUE(busy(company.store.apply_batch({})));
    while (company.store.step_batch().value()) {
    }
    company.store.finish_batch();
    EXPECT_TRUE(company.store.undo(earlier.value()));
}

TEST(store_batch, progress_grows_from_nothing_to_all) {
    SavedCompany company;
    EXPECT_EQ(company.store.batch_progress(), 0.0);
    ASSERT_TRUE(company.store.begin_batch(people_parts(45)));
    double last = 0.0;
    EXPECT_EQ(company.store.batch_progress(), 0.0);
    for (int step = 0; step < 5; ++step) {
        ASSERT_TRUE(company.store.step_batch().value());
        EXPECT_GT(company.store.batch_progress(), last);
        last = company.store.batch_progress();
    }
    EXPECT_EQ(last, 1.0);
    EXPECT_FALSE(company.store.step_batch().value());
    company.store.finish_batch();
    EXPECT_FALSE(company.store.is_batch_under_way());
}

TEST(store_batch, a_part_that_does_not_read_leaves_everything_as_it_was) {
    vault::Op erase;
    erase.kind = vault::OpKind::erase;
    erase.subject = person_id(1).raw;
    Json newer = vault::to_json(vault::evt_op({"course", {}}, Json(1)));
    newer.set("k", Json("evt@2"));
    vault::Op const large =
        vault::set_op({"course", {}}, "summary_en", Json(std::string(60'000, 'x')));
    struct Case {
        std::string part;
        ErrorCode code;
    };
    for (Case const& bad : {Case{"{", ErrorCode::e_json}, Case{"[ ]", ErrorCode::e_canon},
                            Case{"{}", ErrorCode::e_field}, Case{"[7]", ErrorCode::e_field},
                            Case{part_of({erase}), ErrorCode::e_field},
                            Case{to_canonical(Json(Json::Array{newer})), ErrorCode::e_field},
                            Case{part_of({large}), ErrorCode::e_size}}) {
        SavedCompany company;
        Digest const digest = company.store.state_digest();
        auto const files = files_of(company.store);
        std::vector<std::string> parts = people_parts(35);
        parts.push_back(bad.part);
        auto const refused = company.store.apply_batch(parts);
        ASSERT_FALSE(refused) << bad.part.substr(0, 80);
        EXPECT_EQ(refused.error().code, bad.code) << bad.part.substr(0, 80);
        EXPECT_FALSE(company.store.is_batch_under_way());
        EXPECT_EQ(company.store.state_digest(), digest);
        EXPECT_EQ(files_of(company.store), files);
        EXPECT_EQ(company.store.save_state(), vault::SaveState::saved);
        company.add_skill("sql");
    }
}

TEST(store_batch, a_part_too_large_for_one_change_becomes_several) {
    SavedCompany company;
    vault::Ops ops;
    for (int index = 0; index < 900; ++index) {
        catalog::Course course;
        course.title.en = "Course " + std::to_string(index);
        ops.push_back(vault::set_op(catalog::key_of(catalog::course_id(course)), "summary_en",
                                    Json(std::string(300, 'x'))));
    }
    auto const done = company.store.apply_batch({part_of(ops)});
    ASSERT_TRUE(done);
    EXPECT_GT(done.value().changes.size(), 5u);
    for (vault::Change const& change : company.store.ledger().changes()) {
        EXPECT_LE(vault::change_bytes(change).size(), limits::change_bytes_max);
    }
    EXPECT_EQ(company.store.state().catalog.courses.size(), 900u);
    ASSERT_TRUE(company.store.undo(done.value()));
    company.finish_drop();
    EXPECT_TRUE(company.store.state().catalog.courses.empty());
}

// The second write is completed when the first is applied: it names it, and no conflict stays.
TEST(store_batch, two_writes_of_one_field_in_two_changes_leave_one_value) {
    SavedCompany company;
    vault::EntityKey const key = catalog::key_of(catalog::skill_id("sql"));
    vault::Ops ops{vault::set_op(key, "name_en", Json("first"))};
    for (char const* field : {"f1", "f2"}) {
        ops.push_back(vault::set_op(key, field, Json(std::string(23'800, 'x'))));
    }
    ops.push_back(vault::set_op(key, "name_en", Json("second")));
    auto const done = company.store.apply_batch({part_of(ops)});
    ASSERT_TRUE(done);
    ASSERT_EQ(done.value().changes.size(), 2u);
    vault::Entity const& entity = *company.store.ledger().find(key);
    ASSERT_EQ(entity.registers.at("name_en").size(), 1u);
    EXPECT_EQ(*entity.value("name_en"), Json("second"));
}

TEST(store_batch, importing_what_was_deleted_shows_it_again) {
    SavedCompany company;
    CourseId const course = company.add_course("Go");
    ASSERT_TRUE(company.store.dispatch(DeleteCourse{course}));
    vault::Op const title = vault::set_op(catalog::key_of(course), "title_en", Json("Go 2"));
    ASSERT_TRUE(company.store.apply_batch({part_of({title})}));
    ASSERT_TRUE(company.store.state().catalog.courses.contains(course));
    EXPECT_EQ(company.store.state().catalog.courses.at(course).title.en, "Go 2");
}

// What stands in the way of dropping a batch; then it is taken back by new ops.
enum class After { a_change, a_merge, a_second_batch };

class store_batch_later : public ::testing::TestWithParam<After> {
protected:
    void happen() {
        if (GetParam() == After::a_change) company_.add_skill("sql");
        if (GetParam() == After::a_second_batch) {
            ASSERT_TRUE(company_.store.apply_batch(people_parts(20, "李四")));
        }
        if (GetParam() != After::a_merge) return;
        Company other;
        other.add_skill("sql");
        ASSERT_TRUE(company_.store.merge(other.store.ledger().changes()));
    }
    SavedCompany company_;
};

TEST_P(store_batch_later, it_is_undone_by_new_ops) {
    ASSERT_TRUE(company_.store.apply_batch(people_parts(20, "李四")));
    auto const people = company_.store.state().people.people;
    auto const done = company_.store.apply_batch(people_parts(60, "张三"));
    ASSERT_TRUE(done);
    happen();
    std::size_t const changes = company_.store.ledger().changes().size();
    auto const undone = company_.store.undo(done.value());
    ASSERT_TRUE(undone);
    EXPECT_FALSE(undone.value().changes.empty());
    EXPECT_GT(company_.store.ledger().changes().size(), changes);
    EXPECT_EQ(company_.store.state().people.people, people);
    EXPECT_EQ(company_.store.undo(done.value()).error().code, ErrorCode::nothing_to_undo);
    company_.settle();
    EXPECT_EQ(test::digest_after_reopening(company_.storage), company_.store.state_digest());
    ASSERT_TRUE(company_.store.undo(undone.value()));
    EXPECT_EQ(company_.store.state().people.people.size(), 61u);
}

INSTANTIATE_TEST_SUITE_P(Everything, store_batch_later,
                         ::testing::Values(After::a_change, After::a_merge, After::a_second_batch));

TEST(store_batch, merging_what_is_known_does_not_hold_a_batch) {
    SavedCompany company;
    Digest const digest = company.store.state_digest();
    auto const known = company.store.ledger().changes();
    auto const done = company.store.apply_batch(people_parts(20));
    ASSERT_TRUE(company.store.merge(known));
    ASSERT_TRUE(company.store.undo(done.value()));
    company.finish_drop();
    EXPECT_EQ(company.store.state_digest(), digest);
}

TEST(store_batch, a_batch_of_nothing_is_nothing) {
    SavedCompany company;
    auto const files = files_of(company.store);
    auto const done = company.store.apply_batch({"[]"});
    ASSERT_TRUE(done);
    EXPECT_TRUE(done.value().changes.empty());
    EXPECT_EQ(files_of(company.store), files);
    EXPECT_EQ(company.store.undo(done.value()).error().code, ErrorCode::nothing_to_undo);
}

TEST(store_batch, a_reader_tab_begins_none) {
    SavedCompany company;
    company.storage.set_writer(false);
    Status const refused = company.store.begin_batch(people_parts(20));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::read_only);
}

TEST(store_batch, the_journal_files_replay_to_the_state_on_the_screen) {
    SavedCompany company;
    ASSERT_TRUE(company.store.apply_batch(people_parts(60)));  // not saved yet
    vault::MemoryStorage copy;
    for (auto& [name, bytes] : files_of(company.store)) copy.files[name] = bytes;
    EXPECT_EQ(test::digest_after_reopening(copy), company.store.state_digest());
}

}  // namespace
}  // namespace zhitu::app
