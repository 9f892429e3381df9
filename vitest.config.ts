import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest begin first, so that none is left alone at the end: two that mostly reckon, then the journeys, which mostly wait, then the rest. */
const LONGEST = [/\/(demo-women|bad-input)\.test/, /\/e2e\//]
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => (LONGEST.findIndex((long) => long.test(moduleId)) + 3) % 3
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
export default defineConfig({
  test: {
    isolate: false,
    pool: 'threads',
    // A journey in a browser waits more than half of its time.
    maxWorkers: availableParallelism() * 3,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'db/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      { extends: true, plugins: [react()], test: { name: 'screens', environment: 'jsdom', include: ['src/**/*.test.tsx'] } },
      {
        extends: true,
        test: { name: 'journeys', environment: 'node', include: ['e2e/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
      },
    ],
  },
})
