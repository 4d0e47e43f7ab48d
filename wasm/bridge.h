#pragma once

// What C++ asks of the page. The bodies are js-libraries in wasm/*.js, the only JavaScript that
// touches wasm memory; they hand strings and buffers on to web/*.js. What the page tells C++ comes
// in through the exported functions of app_main.cpp.

#include <cstdint>

extern "C" {
// --- Clock and chance (bridge.js)
double zt_js_now_ms();                               // since 1970-01-01 UTC
int zt_js_utc_offset_minutes();                      // +480 in Shanghai
void zt_js_random(std::uint8_t* bytes, int size);    // crypto.getRandomValues
int zt_js_local_day(char* out);                      // [11] "YYYY-MM-DD" and 0; returns the hour

// --- Page (bridge.js)
void zt_js_wake(int frames_count);                   // at least so many frames from now on
int zt_js_font_size(char const* name);               // bytes; 0: not there
void zt_js_font_read(char const* name, char* out);
int zt_js_language(char* out, int size_max);         // navigator.languages[0]; returns its length
int zt_js_is_mac();
int zt_js_build(char* out, int size_max);            // "<hash> <date>", or nothing
void zt_js_canvas_size(double* out);                 // [4] CSS width, height, pixels wide, high
void zt_js_mirror(char const* json);
void zt_js_ime(int wants_text, double x, double y, double height);
void zt_js_pick_files(char const* accept);
void zt_js_download(char const* name, char const* mime, char const* bytes, int size);
void zt_js_load_demo();
void zt_js_take_over();
void zt_js_set_language(char const* tag);
void zt_js_copy_text(char const* text);
void zt_js_set_address(char const* address);         // "#/catalog": a new step for Back
void zt_js_set_unsaved(int is_unsaved);              // warns before the tab closes
void zt_js_job_start(double id, char const* bytes, int size);
void zt_js_job_cancel(double id);

// --- Encodings (decoder.js)
// Puts UTF-8 behind *out (malloc) and gives its size; -1: no GB18030.
int zt_js_from_gb18030(char const* bytes, int size, char** out);

// --- Storage (storage.js)
int zt_js_storage_state();                           // 0 missing, 1 reader, 2 writer
int zt_js_storage_reason(char* out, int size_max);   // why it is missing; returns the length
int zt_js_files_count();                             // files under st/, as of opening
int zt_js_file_name(int index, char* out, int size_max);
int zt_js_file_size(int index);
void zt_js_file_read(int index, char* out);
void zt_js_flush_put(char const* name, char const* bytes, int size);
void zt_js_flush_delete(char const* name);
void zt_js_flush_commit();                           // answered by zt_flush_answered, in order
void zt_js_read(char const* name);                   // answered by zt_read_answered, in order

// --- What the browser tells about storage (reserve.js): zt_storage_told, at once and after saves
void zt_js_watch_storage();                          // begins it
void zt_js_keep_storage();                           // asks for persistence, lays the reserve

// --- Glyphs of the browser's own fonts (glyphs.js)
// Ink box of one character: out [5] = left, top (down from the baseline), width, height in pixels
// of the raster, and advance.
void zt_js_glyph_measure(int code_point, double size_px, int is_bold, double* out);
void zt_js_glyph_draw(std::uint8_t* alpha);          // of the last measured, [height x width]
}
