#include "vault/entity.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

Event ordinary(int number) {
    Json value = Json::object();
    value.set("k", Json("seen"));
    return {static_cast<Stamp>(number), {id_of(number), 0}, {}, value};
}

Event retraction(int number, int of) {
    return {static_cast<Stamp>(number), {id_of(number), 0}, {}, retraction_of({id_of(of), 0})};
}

std::vector<int> standing(std::vector<Event> events) {
    Entity entity;
    entity.events = std::move(events);
    std::vector<int> numbers;
    for (Event const* event : entity.standing_events()) {
        numbers.push_back(event->op.change[0]);
    }
    return numbers;
}

TEST(Entity, an_empty_one_answers_everything) {
    Entity const entity;
    EXPECT_EQ(entity.value("title"), nullptr);
    EXPECT_TRUE(entity.elements("skills").empty());
    EXPECT_EQ(entity.element("skills", Json(1)), nullptr);
    EXPECT_TRUE(entity.standing_events().empty());
    EXPECT_FALSE(entity.has_content());
}

TEST(Entity, the_first_value_of_a_register_is_the_winner) {
    Entity entity;
    entity.registers["title"] = {{9, {}, Json("new")}, {5, {}, Json("old")}};
    EXPECT_EQ(*entity.value("title"), Json("new"));
    EXPECT_TRUE(entity.has_content());
}

TEST(Entity, events_stand_until_they_are_retracted) {
    EXPECT_EQ(standing({ordinary(1), ordinary(2)}), (std::vector<int>{1, 2}));
    EXPECT_EQ(standing({ordinary(1), ordinary(2), retraction(3, 1)}), (std::vector<int>{2}));
}

TEST(Entity, a_retraction_can_be_retracted_itself) {
    EXPECT_EQ(standing({ordinary(1), retraction(2, 1), retraction(3, 2)}), std::vector<int>{1});
    EXPECT_TRUE(standing({ordinary(1), retraction(2, 1), retraction(3, 2), retraction(4, 3)})
                    .empty());
}

TEST(Entity, of_two_retractions_one_that_stands_is_enough) {
    EXPECT_TRUE(standing({ordinary(1), retraction(2, 1), retraction(3, 1), retraction(4, 2)})
                    .empty());
}

TEST(Entity, a_retraction_with_an_earlier_stamp_counts_all_the_same) {
    EXPECT_EQ(standing({retraction(1, 3), ordinary(2), ordinary(3)}), std::vector<int>{2});
}

TEST(Entity, a_retraction_of_something_else_takes_back_nothing) {
    EXPECT_EQ(standing({ordinary(1), retraction(2, 77)}), std::vector<int>{1});
    for (Json const& target : {Json(), Json("x"), Json(Json::Array{Json("x"), Json(0)}),
                               Json(Json::Array{Json(to_text(id_of(1))), Json(-1)}),
                               Json(Json::Array{Json(to_text(id_of(1))), Json("0")})}) {
        Event broken = retraction(2, 1);
        broken.value.set("of", target);
        EXPECT_EQ(standing({ordinary(1), broken}), std::vector<int>{1});
    }
}

TEST(Entity, a_forged_circle_of_retractions_comes_to_an_end) {
    EXPECT_EQ(standing({ordinary(1), retraction(2, 3), retraction(3, 2)}), std::vector<int>{1});
    EXPECT_EQ(standing({ordinary(1), retraction(2, 2)}), std::vector<int>{1});
}

TEST(Entity, the_canonical_line_is_as_written_down) {
    Entity entity;
    entity.registers["title"] = {{10, {id_of(3), 1}, Json("SQL")}};
    entity.sets["skills"] = {{Json("sql"), {{id_of(4), 0}}}};
    entity.events = {ordinary(5)};
    EXPECT_EQ(canonical_entity(course(1), entity),
              "{\"e\":\"" + to_text(course(1)) + "\",\"r\":{\"title\":[[\"000000000000000a\",\"" +
                  to_text(id_of(3)) + "\",1,\"SQL\"]]},\"s\":{\"skills\":[[\"sql\",[\"" +
                  to_text(id_of(4)) + "\",0]]]},\"v\":[[\"0000000000000005\",\"" +
                  to_text(id_of(5)) + "\",0,null,{\"k\":\"seen\"}]]}");
}

}  // namespace
}  // namespace zhitu::vault::tests
