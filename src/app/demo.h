#pragma once

// The demo company: demo.json (made at build from assets/demo) becomes changes of the profile.

#include <string_view>

#include "app/store.h"

namespace zhitu::app {

// Reads the content and dispatches it. Errors: e_json, e_field with the place. On an error nothing
// is dispatched.
Status load_demo(Store& store, std::string_view demo_json);

}  // namespace zhitu::app
