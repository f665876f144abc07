import { Outlet } from '@tanstack/react-router';
import { App } from 'antd';

/** Around the pages that answer an act with a notice or ask before one; the others load without it. */
export function Notices() {
  return (
    <App component={false}>
      <Outlet />
    </App>
  );
}
