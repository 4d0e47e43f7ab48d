#pragma once

// What the app asks of the shell beyond storage and clock, as plain values: the views push
// requests,
// the shell carries them out after the frame and answers with events. Nothing here blocks.

#include <cstdint>
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
using ShellRequest = std::variant<PickFiles, DownloadFile, LoadDemo, StartJob, CancelJob, TakeOver,
                                  SetPageLanguage, CopyText>;

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
using ShellEvent = std::variant<FilesPicked, FileTooLarge, DemoLoaded, DemoFailed, JobProgress,
                                JobFinished>;

}  // namespace zhitu::app
