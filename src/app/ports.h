#pragma once

// What the app asks of the shell beyond storage and clock, as plain values: the views push
// requests,
// the shell carries them out after the frame and answers with events. Nothing here blocks.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/jobs.h"

namespace zhitu::app {

// --- Out: what the shell should do
struct PickFiles {
    std::string accept;  // ".csv,.json"
};
struct DownloadFile {
    std::string name;
    std::string mime;
    std::string bytes;
};
struct LoadDemo {};        // fetch the demo company's content
struct StartJob {
    JobRequest request;
};
struct CancelJob {
    std::uint64_t id = 0;
};
struct TakeOver {};        // become the writer tab
struct SetPageLanguage {   // <html lang>, and the title
    std::string tag;       // "zh-CN", "en"
};
struct CopyText {
    std::string text;
};
// The browser is asked not to clear this storage by itself, and a reserve is laid there. Asked when
// somebody's own work was saved, not for a look at the demo: some browsers put a question to the
// person, and there has to be something to keep. Answered by StorageTold.
struct KeepStorage {};
using ShellRequest = std::variant<PickFiles, DownloadFile, LoadDemo, StartJob, CancelJob, TakeOver,
                                  SetPageLanguage, CopyText, KeepStorage>;

// --- In: what the shell reports
struct FilesPicked {
    std::vector<NamedBytes> files;
};
struct FileTooLarge {  // refused before it was read
    std::string name;
    std::uint64_t size = 0;
};
struct DemoLoaded {
    std::string bytes;  // demo.json
};
struct DemoFailed {
    std::string reason;
};
struct JobProgress {
    std::uint64_t id = 0;
    std::int64_t millionths = 0;
};
struct JobFinished {
    JobResult result;
};
// What the browser tells about its storage: at the start, after some saves, and when asked.
struct StorageTold {
    bool is_in_memory = false;  // it could not be opened: nothing outlasts the page
    std::string reason{};       // why, in the browser's own words
    std::optional<bool> is_persistent{};  // empty: the browser does not say
    std::optional<std::uint64_t> used_bytes{};
    std::optional<std::uint64_t> quota_bytes{};
    std::uint64_t reserve_bytes = 0;  // laid aside, given back when a save finds no room
};
using ShellEvent = std::variant<FilesPicked, FileTooLarge, DemoLoaded, DemoFailed, JobProgress,
                                JobFinished, StorageTold>;

}  // namespace zhitu::app
