import { defineConfig } from 'vitest/config';

// Without a config of its own, vitest would take the one of the app above.
export default defineConfig({ test: { include: ['**/*.test.ts'], testTimeout: 20_000 } });
