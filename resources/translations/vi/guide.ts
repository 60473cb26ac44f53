<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;Guide</source>
   <translation>&amp;Hướng dẫn sử dụng</translation>
  </message>
  <message>
   <source>What is &amp;new</source>
   <translation>Có gì &amp;mới</translation>
  </message>
 </context>
 <context>
  <name>GuideWindow</name>
  <message>
   <source>{page} – Guide of Tủ Báo Cáo</source>
   <translation>{page} – Hướng dẫn Tủ Báo Cáo</translation>
  </message>
  <message>
   <source>Nothing in the guide has “{typed}”.</source>
   <translation>Hướng dẫn không có “{typed}”.</translation>
  </message>
  <message>
   <source>Find in the guide…</source>
   <translation>Tìm trong hướng dẫn…</translation>
  </message>
  <message>
   <source>Find in the guide</source>
   <translation>Tìm trong hướng dẫn</translation>
  </message>
  <message>
   <source>Contents of the guide</source>
   <translation>Mục lục hướng dẫn</translation>
  </message>
  <message>
   <source>What was found in the guide</source>
   <translation>Các chỗ tìm thấy trong hướng dẫn</translation>
  </message>
  <message>
   <source>A page of the guide</source>
   <translation>Trang hướng dẫn</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Trở lại</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Tiến</translation>
  </message>
 </context>
 <context>
  <name>Helping</name>
  <message>
   <source>Tủ Báo Cáo {version} is here.</source>
   <translation>Đã có Tủ Báo Cáo {version}.</translation>
  </message>
  <message>
   <source>What is new</source>
   <translation>Có gì mới</translation>
  </message>
 </context>
 <context>
  <name>Tips</name>
  <message>
   <source>Drop report files anywhere on the window; a double click opens a report.</source>
   <translation>Thả tệp báo cáo vào bất kỳ đâu trong cửa sổ; bấm đúp để đọc báo cáo.</translation>
  </message>
  <message>
   <source>Dotted numbers explain themselves; notes stand beside the line that has their mark.</source>
   <translation>Trỏ vào số gạch chân chấm để xem giải thích; chú thích nằm cạnh dòng có dấu của nó.</translation>
  </message>
  <message>
   <source>Tick up to six indicators; a click on a point opens the sentence behind it.</source>
   <translation>Đánh dấu đến sáu chỉ tiêu để vẽ chung; bấm vào một điểm để mở câu gốc.</translation>
  </message>
  <message>
   <source>F8 goes to the next change; the buttons above filter by kind.</source>
   <translation>F8 tới thay đổi kế; các nút ở trên lọc theo loại thay đổi.</translation>
  </message>
  <message>
   <source>“Make a table of the text” sets out the figures of a report as offices do.</source>
   <translation>“Lập bảng từ lời văn” xếp số liệu của báo cáo như cơ quan vẫn lập.</translation>
  </message>
  <message>
   <source>Press a count for its list; each line goes to its place in the report.</source>
   <translation>Bấm vào con số để mở danh sách; mỗi dòng đưa tới chỗ của nó trong báo cáo.</translation>
  </message>
 </context>
 <context>
  <name>TipLine</name>
  <message>
   <source>More in the guide (F1)</source>
   <translation>Xem hướng dẫn (F1)</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Bỏ qua</translation>
  </message>
  <message>
   <source>Dismiss the tip</source>
   <translation>Bỏ qua mẹo</translation>
  </message>
  <message>
   <source>Tip</source>
   <translation>Mẹo</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>The program</source>
   <translation>Chương trình</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Giấy phép</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Phiên bản</translation>
  </message>
  <message>
   <source>System</source>
   <translation>Hệ điều hành</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Tủ</translation>
  </message>
  <message>
   <source>Your notes</source>
   <translation>Sổ riêng</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Thiết lập</translation>
  </message>
  <message>
   <source>Reads, questions and compares Vietnam's yearly office reports.</source>
   <translation>Đọc, tra cứu và so sánh báo cáo hằng năm của cơ quan.</translation>
  </message>
  <message>
   <source>No network: nothing is sent and nothing is fetched, there are no updates by itself and no reports of use. No address or file named in a report is opened. Source files are never changed.</source>
   <translation>Không mạng: chương trình không gửi, không tải, không tự cập nhật, không báo cáo việc sử dụng. Không mở đường dẫn hay tên tệp nào nằm trong báo cáo. Tệp gốc không bao giờ bị sửa.</translation>
  </message>
  <message>
   <source>Versions and places</source>
   <translation>Phiên bản và nơi cất dữ liệu</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>What the program is made of</source>
   <translation>Các thành phần của chương trình</translation>
  </message>
  <message>
   <source>Text of the licence</source>
   <translation>Lời giấy phép</translation>
  </message>
 </context>
</TS>
