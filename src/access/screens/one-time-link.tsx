import { useSay } from '../../ui/language.tsx'
import { words } from '../words.ts'

/** What became of a link: it left by mail, or it is here, once, to be handed over. */
export function OneTimeLink({ link }: { readonly link: string | null }) {
  const say = useSay()
  return (
    <div role="status" className="mb-4 rounded-card border border-brand bg-brand-soft p-4">
      <p>{say(words[link === null ? 'invitation-sent' : 'invitation-by-hand'])}</p>
      {link === null ? null : (
        <p className="pt-2">
          <span className="block font-semibold text-dense">{say(words['invitation-link'])}</span>
          <bdi dir="ltr" className="block break-all">
            {link}
          </bdi>
        </p>
      )}
    </div>
  )
}
