/** Where the test pages are served while browser tests run. */
export const PAGES = { host: '127.0.0.1', port: 4320 };
