// Files in by choosing, dropping and pasting; files out by download.

const SIZE_MAX = 67108864;  // 64 MiB, limits::file_bytes_max
const REVOKE_MS = 60000;    // a slow disk may still be reading the blob

// deliver: { files(list of { name, bytes }), tooLarge(name, size), dragging(are files overhead) }
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
  watchDrag(deliver.dragging);
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    read([...event.dataTransfer.files]);
  });

  // Text becomes a file: what it is, its beginning tells.
  function readText(text) {
    const name = /^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.csv';
    return read([new File([text], name)]);
  }

  return {
    read,
    readText,
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

// Every element under the pointer fires enter and leave on its own: only their number tells when
// the files have left the page. A file dropped where nobody takes it would replace the page.
function watchDrag(tell) {
  let depth = 0;
  const change = (count) => {
    const was = depth > 0;
    depth = Math.max(0, count);
    if (was !== depth > 0) tell(depth > 0);
  };
  const hasFiles = (event) => [...event.dataTransfer?.types ?? []].includes('Files');
  window.addEventListener('dragenter', (event) => hasFiles(event) && change(depth + 1));
  window.addEventListener('dragleave', (event) => hasFiles(event) && change(depth - 1));
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', () => change(0));
}
