import { words as access } from '../../../access/words.ts'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatInstant, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listMassReads } from '../contract/mass-reads.ts'
import { words } from '../words.ts'

/** Hours in which somebody was at far more files than work asks for, for whoever guards them. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listMassReads, {})
  return (
    <>
      <PageHeader title={say(words['mass-reads'])} facts={say(words['mass-reads-hint'])} />
      <Read of={read}>
        {({ above, reads }) =>
          reads.length === 0 ? (
            <EmptyState>{say(words['no-mass-reads'], { above })}</EmptyState>
          ) : (
            <DataTable
              label={say(words['mass-reads'])}
              rows={reads}
              keyOf={({ accountName, role, hour }) => `${accountName} ${role} ${hour}`}
              columns={[
                { key: 'who', title: say(words['mass-read-who']), cell: ({ accountName }) => accountName },
                { key: 'role', title: say(words['mass-read-role']), cell: ({ role }) => say(wordFor(access, `role-${role}`)) },
                { key: 'hour', title: say(words['mass-read-hour']), cell: ({ hour }) => formatInstant(hour, language) },
                {
                  key: 'files',
                  title: say(words['mass-read-files'], { above }),
                  cell: ({ files }) => formatNumber(files, language),
                  isNumber: true,
                },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
