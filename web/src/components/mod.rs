//! What is painted: each component gets what it shows as properties and sends messages back.

pub(crate) mod ask;
pub(crate) mod button;
pub(crate) mod delays;
pub(crate) mod dialog;
pub(crate) mod drafts;
pub(crate) mod editor_pane;
pub(crate) mod exports;
pub(crate) mod header;
pub(crate) mod help;
pub(crate) mod icons;
pub(crate) mod insights;
pub(crate) mod inspector;
pub(crate) mod lesson;
pub(crate) mod lower;
pub(crate) mod menu;
pub(crate) mod notices;
pub(crate) mod output;
pub(crate) mod play_bar;
pub(crate) mod share;
pub(crate) mod slider;
pub(crate) mod tabs;
pub(crate) mod timeline;
pub(crate) mod timeline_pane;
pub(crate) mod transcript;
