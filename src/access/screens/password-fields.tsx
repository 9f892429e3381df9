import { TextField } from '../../ui/fields.tsx'
import { useSay } from '../../ui/language.tsx'
import { words } from '../words.ts'

export interface NewPassword {
  readonly password: string
  readonly again: string
}
export const noPassword: NewPassword = { password: '', again: '' }
export const isWhole = ({ password, again }: NewPassword): boolean => password.length >= 10 && password === again

/** A new password, twice; says at once when the two differ. */
export function PasswordFields({ value, onChange }: { readonly value: NewPassword; readonly onChange: (value: NewPassword) => void }) {
  const say = useSay()
  const differs = value.again !== '' && value.password !== value.again
  return (
    <>
      <TextField
        label={say(words['password-new'])}
        hint={say(words['password-hint'])}
        type="password"
        autoComplete="new-password"
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        isRequired
      />
      <TextField
        label={say(words['password-again'])}
        type="password"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        isRequired
      />
      {differs ? (
        <p role="alert" className="text-overdue">
          {say(words['passwords-differ'])}
        </p>
      ) : null}
    </>
  )
}
