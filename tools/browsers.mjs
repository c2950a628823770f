// The oldest browsers that pages are made for, by the names that esbuild knows them by. `chrome` stands for Edge and for
// Android's WebView as well, in which Zalo and other apps show pages; `safari` for every browser of an iPhone.
export const MEMBERS = { chrome: "80", firefox: "78", safari: "14" };
// Decks run on a trainer's laptop; 109 is the last Chrome and Edge of Windows 7 and 8.
export const TRAINERS = { chrome: "109", firefox: "121", safari: "16.4" };
