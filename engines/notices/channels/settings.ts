/** How this house reaches people outside of the application. */
export type ChannelSettings = {
  /** the mail server with its log-in, `smtps://user:password@host:465`, and who the mail is from; undefined: no mail */
  mail: { url: string; from: string } | undefined;
  /** where people open this application, for links: `https://lantian.example.cn`; undefined: messages carry no links */
  publicUrl: string | undefined;
  /** whether web hooks may go to private addresses and over plain http: for a gateway inside the government's network */
  privateHooks: boolean;
};
