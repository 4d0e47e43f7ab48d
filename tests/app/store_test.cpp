#include "app/store.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "exchange/exchange_file.h"
#include "support/imports.h"

namespace zhitu::app {
namespace {

using test::Company;

// A day of somebody who clicks everywhere, from a seed: valid and invalid commands, undo, saves.
class RandomDay {
public:
    explicit RandomDay(std::uint64_t seed) : dice_(seed) {}

    void act(Company& company) {
        switch (dice_.below(9)) {
            case 0: company.add_person("p" + std::to_string(people_++)); break;
            case 1: company.add_skill("s" + std::to_string(skills_++)); break;
            case 2: add_course(company); break;
            case 3: note(company.store.dispatch(EnrollLearner{person(company), course(company)}));
                break;
            case 4: note(company.store.dispatch(WithdrawLearner{person(company), course(company)}));
                break;
            case 5: assess(company); break;
            case 6: note(company.store.dispatch(DeleteCourse{course(company)})); break;
            case 7: rename(company); break;
            default: undo(company); break;
        }
    }

    std::uint64_t refused_count = 0;
    std::uint64_t undone_count = 0;

private:
    void note(Result<Dispatched> done) {
        if (!done) ++refused_count;
        if (done && !done.value().changes.empty()) last_.push_back(done.value());
    }
    template <class Map>
    typename Map::key_type any(Map const& map) {
        if (map.empty()) return {};
        return std::next(map.begin(), static_cast<std::ptrdiff_t>(dice_.below(map.size())))->first;
    }
    PersonId person(Company& company) { return any(company.store.state().people.people); }
    CourseId course(Company& company) { return any(company.store.state().catalog.courses); }

    void add_course(Company& company) {
        std::set<CourseId> prerequisites;
        if (dice_.below(2) == 0) prerequisites.insert(course(company));
        prerequisites.erase(CourseId{});
        company.add_course("c" + std::to_string(courses_++), prerequisites);
    }
    void assess(Company& company) {
        AssessSkill wish{person(company), {}};
        wish.statement.skill = any(company.store.state().catalog.skills);
        wish.statement.level = static_cast<std::int64_t>(dice_.below(6));
        wish.statement.on = "2026-11-20";
        note(company.store.dispatch(wish));
    }
    void rename(Company& company) {
        PersonId const id = person(company);
        if (id.is_nil()) return;
        people::Person after = company.store.state().people.people.at(id);
        after.name.en = "name " + std::to_string(dice_.below(100));
        note(company.store.dispatch(SavePerson{after, id}));
    }
    void undo(Company& company) {
        if (last_.empty()) return;
        if (company.store.undo(last_.back())) ++undone_count;
        last_.pop_back();
    }

    SimulatedEnv dice_;
    std::vector<Dispatched> last_;
    int people_ = 0, skills_ = 0, courses_ = 0;
};

TEST(store, replaying_the_journal_gives_the_live_state) {
    std::uint64_t refused = 0;
    std::uint64_t undone = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Company company;
        RandomDay day(seed);
        for (int turn = 0; turn < 120; ++turn) day.act(company);
        company.settle();
        EXPECT_EQ(company.store.save_state(), vault::SaveState::saved);
        EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
        refused += day.refused_count;
        undone += day.undone_count;
    }
    EXPECT_GT(refused, 0u);
    EXPECT_GT(undone, 0u);
}

// The same figure is expected of the native and of the WASM build: both run this test.
TEST(store, native_and_wasm_reach_the_same_state) {
    Company company;
    RandomDay day(2026);
    for (int turn = 0; turn < 300; ++turn) day.act(company);
    std::string const digest = to_hex(company.store.state_digest());
    RecordProperty("state", digest);
    EXPECT_EQ(digest, "82c92d117fb38b82da5056b122b2a1a5e559ae44d0aad2ed39beb4b320fbb2b5");
}

TEST(store, undo_restores_the_state_before) {
    Company company;
    PersonId const person = company.add_person("li.si");
    CourseId const course = company.add_course("Go");
    auto const enrolled = company.store.dispatch(EnrollLearner{person, course});
    ASSERT_TRUE(enrolled);
    EXPECT_TRUE(learning::is_taken(company.store.state().learning, person, course));
    auto const undone = company.store.undo(enrolled.value());
    ASSERT_TRUE(undone);
    EXPECT_FALSE(learning::is_taken(company.store.state().learning, person, course));
    ASSERT_TRUE(company.store.undo(undone.value()));
    EXPECT_TRUE(learning::is_taken(company.store.state().learning, person, course));
}

TEST(store, undoing_twice_is_refused) {
    Company company;
    PersonId const person = company.add_person("li.si");
    CourseId const course = company.add_course("Go");
    auto const enrolled = company.store.dispatch(EnrollLearner{person, course});
    ASSERT_TRUE(company.store.undo(enrolled.value()));
    auto const again = company.store.undo(enrolled.value());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::nothing_to_undo);
}

TEST(store, saved_is_said_only_after_the_storage_answered) {
    Company company;
    company.settle();
    company.add_skill("go");
    EXPECT_EQ(company.store.save_state(), vault::SaveState::saving);
    company.settle();
    EXPECT_EQ(company.store.save_state(), vault::SaveState::saved);
}

TEST(store, a_failed_save_is_said_and_a_retry_saves_everything) {
    SimulatedEnv env(7);
    vault::MemoryStorage memory;
    vault::FailingStorage failing(memory, 2, Error{ErrorCode::e_quota, {}});
    Store store(env, failing);
    ASSERT_TRUE(store.open());
    for (int turn = 0; turn < 4; ++turn) store.pump();
    catalog::Skill skill;
    for (char const* name : {"go", "sql", "java"}) {
        skill.name.en = name;
        ASSERT_TRUE(store.dispatch(SaveSkill{skill}));
        for (int turn = 0; turn < 4; ++turn) store.pump();
    }
    EXPECT_EQ(failing.faults_count(), 1u);
    store.retry_save();
    for (int turn = 0; turn < 4; ++turn) store.pump();
    EXPECT_EQ(store.save_state(), vault::SaveState::saved);
    EXPECT_EQ(test::digest_after_reopening(memory), store.state_digest());
}

TEST(store, the_mark_shows_failure_until_it_is_saved) {
    SimulatedEnv env(7);
    vault::MemoryStorage memory;
    vault::FailingStorage failing(memory, 1, Error{ErrorCode::e_quota, {}});
    Store store(env, failing);
    ASSERT_TRUE(store.open());
    catalog::Skill skill;
    skill.name.en = "go";
    ASSERT_TRUE(store.dispatch(SaveSkill{skill}));
    store.pump();
    ASSERT_EQ(store.save_state(), vault::SaveState::failed);
    ASSERT_NE(store.save_error(), nullptr);
    EXPECT_EQ(store.save_error()->code, ErrorCode::e_quota);
    EXPECT_TRUE(store.state().catalog.skills.contains(catalog::skill_id("go")));
}

TEST(store, a_reader_tab_sees_everything_and_changes_nothing) {
    Company company;
    company.add_skill("go");
    company.settle();
    company.storage.set_writer(false);
    SimulatedEnv env(8);
    Store reader(env, company.storage);
    ASSERT_TRUE(reader.open());
    EXPECT_EQ(reader.state_digest(), company.store.state_digest());
    catalog::Skill skill;
    skill.name.en = "sql";
    auto const refused = reader.dispatch(SaveSkill{skill});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::read_only);
}

TEST(store, the_writer_stays_the_same_from_one_day_to_the_next) {
    Company company;
    company.add_skill("go");
    company.settle();
    SimulatedEnv env(55);
    Store next(env, company.storage);
    ASSERT_TRUE(next.open());
    catalog::Skill skill;
    skill.name.en = "sql";
    ASSERT_TRUE(next.dispatch(SaveSkill{skill}));
    EXPECT_EQ(next.ledger().heads().size(), 1u);
    EXPECT_EQ(next.ledger().heads().begin()->second.sequence, 2u);
}

TEST(store, a_large_import_becomes_several_changes_that_each_fit) {
    Company company;
    exchange::ImportTable table;
    for (int index = 0; index < 400; ++index) {
        catalog::Course course;
        course.title.en = "Course " + std::to_string(index);
        course.summary.en = std::string(1'000, 'x');
        table.courses[catalog::course_id(course)] = course;
    }
    auto const done = test::import_table(company.store, table);
    ASSERT_TRUE(done);
    EXPECT_GT(done.value().changes.size(), 1u);
    for (vault::Change const& change : company.store.ledger().changes()) {
        EXPECT_LE(vault::change_bytes(change).size(), limits::change_bytes_max);
    }
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
    ASSERT_TRUE(company.store.undo(done.value()));
    while (company.store.step_drop()) {
    }
    EXPECT_TRUE(company.store.state().catalog.courses.empty());
    auto const again = test::import_table(company.store, table);
    ASSERT_TRUE(again);
    EXPECT_EQ(company.store.state().catalog.courses, table.courses);
}

TEST(store, merging_an_export_into_an_empty_profile_gives_the_same_state) {
    Company company;
    RandomDay day(3);
    for (int turn = 0; turn < 80; ++turn) day.act(company);
    std::string const bytes = exchange::write_full(company.store.ledger(), "2026-11-20");
    auto file = exchange::read_full(bytes);
    ASSERT_TRUE(file);

    Company other;
    auto const merged = other.store.merge(file.value().changes);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged.value().new_count, company.store.ledger().changes().size());
    EXPECT_EQ(other.store.state_digest(), company.store.state_digest());
    EXPECT_EQ(other.store.state_digest(), file.value().state);

    auto const again = other.store.merge(file.value().changes);
    EXPECT_EQ(again.value().new_count, 0u);
    EXPECT_EQ(again.value().known_count, file.value().changes.size());
}

TEST(store, clearing_leaves_nothing_behind) {
    Company company;
    company.add_skill("go");
    company.settle();
    ASSERT_TRUE(company.store.clear());
    company.settle();
    EXPECT_TRUE(company.store.state().is_empty());
    EXPECT_EQ(test::digest_after_reopening(company.storage), vault::Ledger().digest());
    int journal_files = 0;
    for (auto const& [name, bytes] : company.storage.files) {
        journal_files += name.starts_with("p/main/j/") ? 1 : 0;
    }
    EXPECT_EQ(journal_files, 0);
}

TEST(store, today_is_the_day_of_the_person) {
    SimulatedEnv env(1, 1'795'132'800'000);  // 2026-11-20 00:00 UTC
    vault::MemoryStorage storage;
    Store store(env, storage);
    EXPECT_EQ(store.today(), "2026-11-20");
    EXPECT_EQ(store.today_at(1'795'132'800'000 - 1), "2026-11-19");
}

// Every flush is refused while `is_full`.
class FullStorage final : public vault::Storage {
public:
    Result<std::vector<vault::StoredFile>> read_all() override { return behind.read_all(); }
    void flush(vault::FlushRequest request) override {
        if (!is_full) return behind.flush(std::move(request));
        refused_.push_back(request.ticket);
    }
    std::optional<vault::FlushAnswer> poll() override {
        if (refused_.empty()) return behind.poll();
        vault::FlushAnswer answer{refused_.front(), Error{ErrorCode::e_quota, {"full"}}};
        refused_.erase(refused_.begin());
        return answer;
    }
    bool is_writer() const override { return true; }

    vault::MemoryStorage behind;
    bool is_full = false;

private:
    std::vector<std::uint64_t> refused_;
};

TEST(store, edits_go_on_without_saving_until_so_many_could_be_lost) {
    SimulatedEnv env(1);
    FullStorage storage;
    Store store(env, storage);
    ASSERT_TRUE(store.open());
    store.pump();
    storage.is_full = true;
    std::uint64_t taken_count = 0;
    std::optional<Error> refusal;
    for (int i = 0; i < 200 && !refusal; ++i) {
        catalog::Skill skill;
        skill.name.en = "s" + std::to_string(i);
        auto const done = store.dispatch(SaveSkill{skill});
        if (done) ++taken_count;
        else refusal = done.error();
        store.pump();
    }
    EXPECT_EQ(taken_count, limits::unsaved_changes_max);
    EXPECT_EQ(refusal, (Error{ErrorCode::unsaved, {"64"}}));
    EXPECT_EQ(store.save_error()->arguments, std::vector<std::string>{"full"});
    EXPECT_EQ(store.state().catalog.skills.size(), 64u);
    storage.is_full = false;
    store.retry_save();
    store.pump();
    EXPECT_EQ(store.save_state(), vault::SaveState::saved);
    EXPECT_TRUE(store.dispatch(NameCompany{{"a", "a"}}));
}

TEST(store, the_newest_known_stamp_is_of_what_came_from_elsewhere) {
    Company first;
    EXPECT_EQ(first.store.newest_known(), 0u);
    first.add_person("li");
    first.settle();
    EXPECT_EQ(first.store.newest_known(), 0u);  // written in this session
    SimulatedEnv env(3);
    Store again(env, first.storage);
    ASSERT_TRUE(again.open());
    EXPECT_EQ(again.newest_known(), first.store.ledger().changes().back().header.stamp);
    EXPECT_EQ(again.open_report().changes_count, 1u);
}

}  // namespace
}  // namespace zhitu::app
