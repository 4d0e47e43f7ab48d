#include "app/commands.h"

#include "app/decide.h"

namespace zhitu::app {

Result<vault::Ops> decide_any(State const& state, Command const& command, Context const& context) {
    return std::visit([&](auto const& wish) { return decide(state, wish, context); }, command);
}

}  // namespace zhitu::app
