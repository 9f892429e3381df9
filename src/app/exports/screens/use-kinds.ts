import { useSelf } from '../../../access/screens/self.tsx'
import { type ExportKind, exportKinds, readBy } from '../contract.ts'

/** The lists the reader may read at all. */
export function useKinds(): readonly ExportKind[] {
  const actions = useSelf()?.actions ?? []
  return exportKinds.filter((kind) => actions.includes(readBy[kind]))
}
