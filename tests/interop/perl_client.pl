# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A small PWD client that reads and writes as the vendor's Perl module is known to (protocol facts on greeting, login,
# INLINE and data formats), so that the simulator is heard by something that shares no code with this collection.
#
#   CGP_PASSWORD=... perl perl_client.pl HOST PORT LOGIN [--clear] [--inline] < commands
#
# Each line of the input is sent as a command. For each reply one line of JSON is printed: "code", "text" (of the status
# line), "data" (null without any), and "echo": what the server gives back when the data is sent to it with ECHO.
# Numbers, timestamps and addresses stay the strings they are on the wire, escapes stay as they are written.
# Exit status 2: the server said something that this client cannot understand; the reason is on the error output.

use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use IO::Socket::INET;

my ($host, $port, $login, @options) = @ARGV;
my %option = map { $_ => 1 } @options;
my $socket = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port, Proto => 'tcp', Timeout => 10)
    or give_up("cannot connect: $@");
$SIG{ALRM} = sub { give_up('the server is silent') };

enter($login, $ENV{CGP_PASSWORD});
if ($option{'--inline'}) {
    my ($code, $text) = converse('INLINE');
    give_up("INLINE is refused: $code $text") if $code >= 400;
}
while (my $command = <STDIN>) {
    $command =~ s/\r?\n$//;
    my ($code, $text, $data) = ask($command);
    my $echo = $data;
    (undef, undef, $echo) = ask('ECHO ' . written($data)) if defined $data;
    print '{"code":', $code, ',"text":', json($text), ',"data":', json($data), ',"echo":', json($echo), "}\n";
}
my ($code, $text) = converse('QUIT');
give_up("no farewell: $code $text") if $code != 200;
give_up('the connection stays open') if defined readline($socket);

# --- the session

sub enter {
    my ($name, $password) = @_;
    my ($code, $text) = status();
    give_up("no greeting: $code $text") if $code != 200 && $code != 201;
    if (!$option{'--clear'} && $text =~ /(<.*@.*>)/) {
        ($code, $text) = converse("APOP $name " . md5_hex($1 . $password));
    } else {
        ($code, $text) = converse("USER $name");
        give_up("no password is wanted: $code $text") if $code != 300;
        ($code, $text) = converse("PASS $password");
    }
    give_up("login refused: $code $text") if $code != 200 && $code != 201;
}

sub ask {
    my ($command) = @_;
    my ($code, $text) = converse($command);
    return ($code, $text) if $code != 200 && $code != 201;
    return ($code, '', parsed($text)) if $code == 201;
    return ($code, $text) if $text !~ /^data follow/i;
    return ($code, $text, parsed(followed()));
}

# The data behind a status line: stripped lines, joined. It ends where the first character says that it ends.
sub followed {
    my $data = line();
    my %closing = ('(' => ')', '{' => '}');
    my $closing = $closing{substr($data, 0, 1)};
    while (defined $closing && substr($data, -1) ne $closing) {
        $data .= line();
    }
    return $data;
}

sub converse {
    my ($command) = @_;
    print {$socket} $command, "\n" or give_up('the connection is gone');
    $socket->flush();
    return status();
}

sub status {
    my $line = line();
    $line =~ /^(\d+)\s(.*)$/ or give_up("no status line: $line");
    return ($1, $2);
}

sub line {
    alarm 20;
    my $line = readline($socket);
    alarm 0;
    give_up('the connection is closed') if !defined $line;
    $line =~ s/^\s+//;
    $line =~ s/\s+$//;
    return $line;
}

sub give_up {
    print STDERR "$_[0]\n";
    exit 2;
}

# --- data objects

sub parsed {
    my ($text) = @_;
    my $object = object(\$text);
    give_up("something follows the object: $text") if $text !~ /^\s*$/;
    return $object;
}

sub object {
    my ($rest) = @_;
    $$rest =~ s/^\s+//;
    return array($rest) if $$rest =~ s/^\(\s*//;
    return dictionary($rest) if $$rest =~ s/^\{\s*//;
    return $1 if $$rest =~ s/^(<.*>)//s;
    return datablock($rest) if $$rest =~ /^\[/;
    return $1 if $$rest =~ s/^(#I\[[^\]]*\](?::\d+)?)//;
    return undef if $$rest =~ s/^#NULL#//i;
    return word($rest);
}

sub array {
    my ($rest) = @_;
    my @items;
    until ($$rest =~ s/^\s*\)//) {
        push @items, object($rest);
        $$rest =~ s/^\s*,// or $$rest =~ /^\s*\)/ or give_up("no comma in an array: $$rest");
    }
    return \@items;
}

sub dictionary {
    my ($rest) = @_;
    my %pairs;
    until ($$rest =~ s/^\s*\}//) {
        my $key = word($rest);
        $$rest =~ s/^\s*=// or give_up("no = in a dictionary: $$rest");
        $pairs{$key} = object($rest);
        $$rest =~ s/^\s*;\s*// or give_up("no ; in a dictionary: $$rest");
    }
    return \%pairs;
}

sub datablock {
    my ($rest) = @_;
    my $block = '';
    while ($$rest =~ s/^\s*\[([A-Za-z0-9+\/=\s]*)\]//) {
        $block .= $1;
    }
    $block =~ s/\s+//g;
    return "[$block]";
}

sub word {
    my ($rest) = @_;
    $$rest =~ s/^\s+//;
    return $1 if $$rest =~ s/^([A-Za-z0-9\-_.@!#%\]:\x80-\xff]+)//;
    my $quoted;
    while ($$rest =~ s/^\s*"((?:[^"\\]|\\.)*)"//s) {
        $quoted = (defined $quoted ? $quoted : '') . $1;
    }
    give_up("no string: $$rest") if !defined $quoted;
    return $quoted;
}

# The other way: sorted keys, spaces nowhere, quotes around all that is more than letters and digits.
sub written {
    my ($object) = @_;
    return '#NULL#' if !defined $object;
    return '(' . join(',', map { written($_) } @$object) . ')' if ref $object eq 'ARRAY';
    return '{' . join('', map { written($_) . '=' . written($object->{$_}) . ';' } sort keys %$object) . '}' if ref $object;
    return $object if $object =~ /^[A-Za-z0-9]+$/ || $object =~ /^#\d+$/ || $object =~ /^\[[^\]]*\]$/;
    return "\"$object\"";
}

sub json {
    my ($object) = @_;
    return 'null' if !defined $object;
    return '[' . join(',', map { json($_) } @$object) . ']' if ref $object eq 'ARRAY';
    return '{' . join(',', map { json($_) . ':' . json($object->{$_}) } sort keys %$object) . '}' if ref $object;
    $object =~ s/([\\"])/\\$1/g;
    $object =~ s/([\x00-\x1f])/sprintf('\\u%04x', ord $1)/ge;
    return "\"$object\"";
}
