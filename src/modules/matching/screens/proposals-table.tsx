import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listProposals } from '../contract/proposals.ts'
import { words } from '../words.ts'
import { ProposalStateTag } from './state-tags.tsx'

/** Who was proposed for an opportunity: by file number for the market, with a name and a way to her page for her guide. */
export function ProposalsTable({ opportunityId }: { readonly opportunityId: string }) {
  const say = useSay()
  const language = useLanguage()
  const isGuide = useMay('matching.look-at')
  const read = useRead(listProposals, { limit: 250, opportunityId })
  return (
    <Read of={read}>
      {({ proposals }) =>
        proposals.length === 0 ? (
          <EmptyState>{say(words[isGuide ? 'no-proposals-here' : 'no-proposals'])}</EmptyState>
        ) : (
          <DataTable
            label={say(words.proposals)}
            rows={proposals}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'file',
                title: say(words.file),
                cell: ({ caseId, fileNumber, name }) =>
                  isGuide ? (
                    <TextLink to={`/staff/cases/${caseId}`}>{name ?? digits(fileNumber, language)}</TextLink>
                  ) : (
                    digits(fileNumber, language)
                  ),
              },
              { key: 'state', title: say(words.outcome), cell: ({ state }) => <ProposalStateTag state={state} /> },
              { key: 'since', title: say(words.since), cell: ({ stateSince }) => formatDate(stateSince, language) },
              { key: 'due', title: say(words.due), cell: ({ dueOn }) => (dueOn === null ? '—' : formatDate(dueOn, language)) },
            ]}
          />
        )
      }
    </Read>
  )
}
