#include "app/state.h"

namespace zhitu::app {

void apply(State& state, vault::EntityKey const& key, vault::Entity const* entity) {
    catalog::apply(state.catalog, key, entity);
    people::apply(state.people, key, entity);
    learning::apply(state.learning, key, entity);
    assessment::apply(state.assessment, key, entity);
}

}  // namespace zhitu::app
