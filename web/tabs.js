// One tab writes, the others read. The lock is held for the life of the tab; safety does not rest
// on it but on the EPOCH check inside each save (wasm/storage.js).

const LOCK = 'zhitu-v1-writer';
const CHANNEL = 'zhitu-v1';
const TAKE_OVER = 'zhitu-take-over';  // sessionStorage: this reload takes the lock by force
const POLITE_MS_MAX = 500;            // how long the other tab may go on saving

// -> { isWriter }. onLost() when another tab takes the lock later.
export function joinTabs(onLost) {
  const isTaking = takeFlag();
  if (!navigator.locks) return Promise.resolve({ isWriter: true });  // the EPOCH check still holds
  return new Promise((resolve) => {
    const options = isTaking ? { steal: true } : { ifAvailable: true };
    let isHeld = false;
    navigator.locks.request(LOCK, options, (lock) => {
      isHeld = lock !== null;
      resolve({ isWriter: isHeld });
      return isHeld ? new Promise(() => {}) : undefined;  // for life
    }).catch(() => {
      if (isHeld) onLost();
      else resolve({ isWriter: true });  // storage blocked, locks with it
    });
  });
}

function takeFlag() {
  try {
    const isSet = sessionStorage.getItem(TAKE_OVER) !== null;
    sessionStorage.removeItem(TAKE_OVER);
    return isSet;
  } catch {
    return false;  // storage blocked
  }
}

// The writer answers a tab that wants to take over as soon as it has nothing left to save.
export function answerTakeOver(whenSaved) {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }) => {
    if (data !== 'may I write?') return;
    await whenSaved();
    channel.postMessage('please');
  };
}

// Asks politely, then reloads as the writer in any case.
export async function takeOver() {
  await new Promise((resolve) => {
    setTimeout(resolve, POLITE_MS_MAX);
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => data === 'please' && resolve();
    channel.postMessage('may I write?');
  });
  sessionStorage.setItem(TAKE_OVER, '1');
  location.reload();
}
