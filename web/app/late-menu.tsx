import { Button, type ButtonProps } from 'antd';
import type { MenuProps } from 'antd/es/menu';
import { lazy, Suspense, useState } from 'react';

const load = () => import('antd/es/dropdown');
const Dropdown = lazy(load);

/** A button with a menu; the menu's code is fetched when a person first reaches for it. */
export function LateMenu({ menu, ...button }: { menu: MenuProps } & ButtonProps) {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const shown = (
    <Button
      {...button}
      aria-haspopup="menu"
      aria-expanded={open}
      onPointerEnter={() => void load()}
      onClick={() => {
        setAsked(true);
        if (!asked) setOpen(true);
      }}
    />
  );
  if (!asked) return shown;
  return (
    <Suspense fallback={shown}>
      <Dropdown trigger={['click']} autoFocus open={open} onOpenChange={setOpen} menu={menu}>
        {shown}
      </Dropdown>
    </Suspense>
  );
}
