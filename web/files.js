// Files in by choosing, dropping and pasting; files out by download.

const SIZE_MAX = 67108864;  // 64 MiB, limits::file_bytes_max
const REVOKE_MS = 60000;    // a slow disk may still be reading the blob

// deliver: { files(list of { name, bytes }), tooLarge(name, size) }
export function createFiles(picker, deliver) {
  async function read(list) {
    const files = [];
    for (const file of list) {
      if (file.size > SIZE_MAX) {
        deliver.tooLarge(file.name, file.size);
        continue;
      }
      try {
        files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        // A folder, or a file that is gone by now: nothing to read.
      }
    }
    if (files.length > 0) deliver.files(files);
  }

  picker.addEventListener('change', async () => {
    await read([...picker.files]);
    picker.value = '';  // choosing the same file again is a change again
  });
  // A file dropped beside the mark would replace the page.
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    read([...event.dataTransfer.files]);
  });

  return {
    read,
    pick(accept) {
      picker.accept = accept;
      picker.click();
    },
    download(name, mime, bytes) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
      link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_MS);
    },
  };
}
